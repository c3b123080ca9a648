package io.demarche.producer;

import java.time.Duration;

/**
 * How often feeds are checked, and how often that is told of.
 *
 * @param once whether each feed is checked once, now; else they are when they are due, without an end
 * @param firstProgress after how long it is first said how far it is
 * @param longestProgress between two such words: each pause is twice as long as the one before, up to this
 */
public record FeedPace(boolean once, Duration firstProgress, Duration longestProgress) {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** Each feed once, told of every ten seconds. */
    public static FeedPace onceEach() {
        return tellingEvery(USUAL);
    }

    /** Each feed once, told of so often. */
    public static FeedPace tellingEvery(Duration progress) {
        return new FeedPace(true, progress, progress);
    }

    /** For months, told of every hour in the end. */
    public static FeedPace following() {
        return new FeedPace(false, USUAL, Duration.ofHours(1));
    }

    Duration after(Duration progress) {
        Duration twice = progress.multipliedBy(2);
        return twice.compareTo(longestProgress) > 0 ? longestProgress : twice;
    }
}
