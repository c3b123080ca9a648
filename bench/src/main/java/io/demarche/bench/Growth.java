package io.demarche.bench;

import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What a hard text takes, and one four times as long.
 *
 * @param text which
 * @param length of the shorter, in characters
 * @param once the time for the shorter, the best of several
 * @param fourTimes the time for the longer, the best of several
 */
record Growth(HardText text, int length, Duration once, Duration fourTimes) {
    private static final int TIMES = 3;
    private static final int LONGER = 4;
    /** Linear time has 4, quadratic 16. */
    private static final double MOST = 8;
    /** What is quicker than this is not measured but weighed against the clock's whims. */
    private static final Duration TOO_SHORT = Duration.ofMillis(40);

    static Growth measure(EventCoder coder, HardText text, int length) {
        Article shorter = article(text, length);
        Article longer = article(text, length * LONGER);
        Duration once = time(coder, shorter);
        Duration fourTimes = time(coder, longer);
        for (int i = 1; i < TIMES; i++) {
            once = least(once, time(coder, shorter));
            fourTimes = least(fourTimes, time(coder, longer));
        }
        return new Growth(text, length, once, fourTimes);
    }

    double ratio() {
        return (double) fourTimes.toNanos() / Math.max(1, once.toNanos());
    }

    /** Whether the time grows about as the length does. */
    boolean isLinear() {
        return fourTimes.compareTo(TOO_SHORT) < 0 || ratio() < MOST;
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "%-17s %,11d characters %8.3f s; four times as many %8.3f s, ratio %4.1f%s",
                text.name().toLowerCase(Locale.ROOT),
                length,
                once.toNanos() / 1e9,
                fourTimes.toNanos() / 1e9,
                ratio(),
                isLinear() ? "" : "  NOT LINEAR");
    }

    private static Duration time(EventCoder coder, Article article) {
        long begin = System.nanoTime();
        coder.code(article);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Article article(HardText text, int length) {
        Instant published = Instant.parse("2024-01-15T00:00:00Z");
        return new Article(text.name(), text.name(), "", "", "", text.ofLength(length), published, published);
    }
}
