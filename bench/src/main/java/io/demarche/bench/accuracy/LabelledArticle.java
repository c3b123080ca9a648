package io.demarche.bench.accuracy;

import io.demarche.coder.Article;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An article or a sentence with the acts that a reader found in it.
 *
 * @param voice whose hand wrote it; empty where there is none
 * @param article as the coder is given it
 * @param acts the acts, those with organisations too
 */
record LabelledArticle(String voice, Article article, List<Act> acts) {
    static Article article(String id, String published, String title, String text) {
        Instant noon = LocalDate.parse(published.substring(0, 10))
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
        return new Article(id, "", "", "", title, text, noon, noon);
    }
}
