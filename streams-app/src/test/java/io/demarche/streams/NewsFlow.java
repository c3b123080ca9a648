package io.demarche.streams;

import static io.demarche.streams.Articles.article;

import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.Dyad;
import io.demarche.tension.Assessment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flow of articles about several pairs of states, and what it must end with. */
final class NewsFlow {
    static final String AS_OF = "2024-03-31";

    private static final List<String> STATES =
            List.of("AZE", "FRA", "USA", "RUS", "GBR", "CHN", "IND", "PAK", "DZA", "MAR");

    private NewsFlow() {}

    /** So many articles: expulsions and answers to them over three months, some of them reported twice. */
    static List<RawArticle> articles(int count) {
        List<RawArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String from = STATES.get(i % STATES.size());
            String to = STATES.get((i + 1 + i / STATES.size() % 4) % STATES.size());
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(i % 90);
            articles.add(article(
                    "article-" + i,
                    day.toString(),
                    "DIPLOMATS_EXPELLED " + from + " " + to + " " + day,
                    "DIPLOMATS_EXPELLED " + to + " " + from + " " + day,
                    "Filler. ".repeat(20)));
        }
        return articles;
    }

    /** What the mentions of these articles come to without a topology. */
    static Outcome assessed(List<RawArticle> articles) {
        Map<Dyad, List<EventMention>> byDyad = new HashMap<>();
        for (RawArticle article : articles) {
            for (EventMention mention : new LineCoder().code(Articles.coded(article))) {
                Dyad.between(
                                mention.getSource().getCountry(),
                                mention.getTarget().getCountry())
                        .ifPresent(dyad -> byDyad.computeIfAbsent(dyad, any -> new ArrayList<>())
                                .add(mention));
            }
        }
        List<Assessment> pairs = new ArrayList<>();
        byDyad.forEach(
                (dyad, mentions) -> pairs.add(TopologyDriver.LADDER.assess(dyad, mentions, LocalDate.parse(AS_OF))));
        return Outcome.of(pairs);
    }
}
