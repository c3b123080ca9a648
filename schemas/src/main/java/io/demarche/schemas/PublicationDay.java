package io.demarche.schemas;

import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day on which something was published: the publisher's own, by the offset from UTC that it states. */
public final class PublicationDay {
    /** Offsets run from -18 to 18 hours. */
    private static final int LARGEST = 18 * 60;

    private PublicationDay() {}

    /** The day on which a mention's article was published. */
    public static LocalDate of(EventMention mention) {
        return of(mention.getPublishedAt(), mention.getPublishedAtOffset());
    }

    /** The day on which an article was published. */
    public static LocalDate of(RawArticle article) {
        return of(article.getPublishedAt(), article.getPublishedAtOffset());
    }

    /** The day at an offset from UTC in minutes; one that no place on earth has counts as none. */
    public static LocalDate of(Instant time, int offset) {
        boolean real = offset >= -LARGEST && offset <= LARGEST;
        return LocalDate.ofInstant(time, real ? ZoneOffset.ofTotalSeconds(offset * 60) : ZoneOffset.UTC);
    }
}
