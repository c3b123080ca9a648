package io.demarche.producer.feed;

import io.demarche.producer.date.DateReader;
import io.demarche.producer.fetch.Fetched;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a feed is asked again.
 *
 * @param shortest between two checks, whatever a server says
 * @param longest between two checks, even of a feed that fails
 * @param fullEvery how often a feed is asked without conditions, since some say for ever that nothing is new
 * @param pages whether the page behind a teaser is read
 * @param reading how long one check may read such pages
 */
public record FeedManners(Duration shortest, Duration longest, Duration fullEvery, boolean pages, Duration reading) {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final DateReader DATES = new DateReader();
    private static final int DOUBLINGS = 8;
    private static final int SPREAD_PERCENT = 10;

    /**
     * @throws DemarcheException where the shortest is none or longer than the longest
     */
    public FeedManners {
        if (shortest.isNegative() || shortest.isZero() || shortest.compareTo(longest) > 0) {
            throw new DemarcheException("a feed cannot be checked every " + shortest.toSeconds()
                    + " s: between 1 s and " + longest.toHours() + " h");
        }
    }

    /** A check every quarter of an hour at the most, once a day at least. */
    public static FeedManners usual() {
        return new FeedManners(
                Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(24), true, Duration.ofMinutes(5));
    }

    /** The same, with checks as often as this at the most. */
    public FeedManners every(Duration interval) {
        return new FeedManners(
                interval, interval.compareTo(longest) > 0 ? interval : longest, fullEvery, pages, reading);
    }

    /** The same, without reading pages. */
    public FeedManners withoutPages() {
        return new FeedManners(shortest, longest, fullEvery, false, reading);
    }

    /** The same, with so long for pages in one check. */
    public FeedManners readingFor(Duration time) {
        return new FeedManners(shortest, longest, fullEvery, pages, time);
    }

    /** After an answer of which something was left: as soon as we may. */
    Instant afterPart(String feed, Instant now) {
        return spread(feed, shortest, now);
    }

    /** After an answer: as long as the longest of what the feed and the server say that it holds. */
    Instant afterAnswer(String feed, Fetched answer, Optional<Duration> ttl, Instant now) {
        Duration wanted = ttl.orElse(Duration.ZERO);
        wanted = longer(
                wanted, maxAge(answer).orElseGet(() -> expires(answer, now).orElse(Duration.ZERO)));
        return spread(feed, clamp(wanted), now);
    }

    /** After a failure: each time twice as long. */
    Instant afterFailure(String feed, int failures, Instant now) {
        Duration wait = shortest.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return spread(feed, clamp(wait), now);
    }

    private static Optional<Duration> maxAge(Fetched answer) {
        return answer.header("cache-control")
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(age -> Duration.ofSeconds(Long.parseLong(age.group(1))));
    }

    private static Optional<Duration> expires(Fetched answer, Instant now) {
        return answer.header("expires")
                .flatMap(DATES::read)
                .map(date -> Duration.between(now, date.instant()))
                .filter(left -> !left.isNegative());
    }

    private Duration clamp(Duration wanted) {
        Duration longEnough = longer(wanted, shortest);
        return longEnough.compareTo(longest) > 0 ? longest : longEnough;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Somewhat later, each feed and each time by another bit, so that they do not come in step. */
    private static Instant spread(String feed, Duration wait, Instant now) {
        long most = Math.max(1, wait.toMillis() * SPREAD_PERCENT / 100);
        return now.plus(wait).plusMillis(Math.floorMod((feed + now).hashCode(), most));
    }
}
