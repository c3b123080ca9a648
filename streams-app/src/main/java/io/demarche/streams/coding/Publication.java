package io.demarche.streams.coding;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import java.time.Duration;
import java.time.Instant;

/**
 * When an article was published, and how that is known.
 *
 * @param at the time
 * @param basis where it comes from
 * @param offset from UTC where it was published, in minutes
 */
public record Publication(Instant at, PublishedAtBasis basis, int offset) {
    /** A clock may be wrong by some minutes, and a page may be dated by a day that has not come everywhere. */
    private static final Duration LEEWAY = Duration.ofDays(1);

    /** The publication of one version: a time that had not come when it was fetched is none, and the fetch stands in. */
    public static Publication of(RawArticle article) {
        return of(
                article.getPublishedAt(),
                article.getPublishedAtBasis(),
                article.getPublishedAtOffset(),
                article.getFetchedAt());
    }

    /** The publication that is said, seen from the fetch. */
    public static Publication of(Instant said, PublishedAtBasis basis, int offset, Instant fetched) {
        if (isAhead(said, fetched)) {
            return new Publication(fetched, PublishedAtBasis.UNKNOWN, 0);
        }
        return new Publication(said.isAfter(fetched) ? fetched : said, basis, offset);
    }

    /** Whether a time lies so far behind another that it cannot be true. */
    public static boolean isAhead(Instant said, Instant now) {
        return said.isAfter(now.plus(LEEWAY));
    }

    /** Of two times that an article is said to have been published: one that is stated before one that is not, then the earlier. */
    public Publication or(Publication other) {
        if (isStated() != other.isStated()) {
            return isStated() ? this : other;
        }
        return other.at.isBefore(at) ? other : this;
    }

    /** Whether the source itself states it. */
    public boolean isStated() {
        return basis == PublishedAtBasis.STATED;
    }
}
