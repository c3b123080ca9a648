package io.demarche.producer.fetch;

import java.time.Duration;

/**
 * What a server may take of us.
 *
 * @param connecting until it takes the connection
 * @param answering until its first words
 * @param whole until its last, over all redirects
 * @param bytes sent by it, and unpacked
 * @param redirects followed
 */
public record FetchLimits(Duration connecting, Duration answering, Duration whole, int bytes, int redirects) {
    /** The same for feeds, many of which are held at once: half as many bytes. */
    public static FetchLimits ofFeeds() {
        FetchLimits usual = usual();
        return new FetchLimits(usual.connecting, usual.answering, usual.whole, usual.bytes / 2, usual.redirects);
    }

    /** Ten seconds to connect, thirty to answer, sixty in all, 16 MB, five redirects. */
    public static FetchLimits usual() {
        return new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), 16 << 20, 5);
    }
}
