package io.demarche.producer;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.PublicationDay;
import java.time.Instant;
import java.time.LocalDate;

/** The day that an article announces. */
public final class ArticleDay {
    private ArticleDay() {}

    /** The day of publication, the publisher's own; a time that had not come when the article was fetched announces no day. */
    public static LocalDate of(RawArticle article) {
        return of(article, article.getFetchedAt());
    }

    /** The day of publication, the publisher's own; a time that has not come yet, by the article's fetch or the clock, announces no day. */
    static LocalDate of(RawArticle article, Instant now) {
        Instant time = article.getPublishedAt();
        for (Instant bound : new Instant[] {article.getFetchedAt(), now}) {
            time = time.isAfter(bound) ? bound : time;
        }
        return PublicationDay.of(time, article.getPublishedAtOffset());
    }
}
