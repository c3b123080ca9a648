package io.demarche.consumer.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: each pause four times the one before, the first of five seconds, none longer than twelve hours; up to a fifth
 * shorter or longer, so that what failed together does not come back together.
 *
 * @param patience how long after its first try an alert is given up: about a dozen tries
 * @param longestAbsence the longest pause between two questions whether a receiver that is away is back
 * @param chance decides between shorter and longer
 */
public record RetryPlan(Duration patience, Duration longestAbsence, RandomGenerator chance) {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final double SPREAD = 0.2;

    /** Three days; a quarter of an hour. */
    public static RetryPlan usual(RandomGenerator chance) {
        return new RetryPlan(Duration.ofDays(3), Duration.ofMinutes(15), chance);
    }

    /** The pause after this many failures, one or more. */
    Duration pause(int failures) {
        return spread(Math.min(FIRST.toMillis() * Math.pow(4, failures - 1.0), LONGEST.toMillis()));
    }

    /** The pause after a receiver was found away this many times in a row, one or more. */
    Duration absence(int failures) {
        return spread(Math.min(FIRST.toMillis() * Math.pow(2, failures - 1.0), longestAbsence.toMillis()));
    }

    private Duration spread(double millis) {
        return Duration.ofMillis((long) (millis * (1 - SPREAD + 2 * SPREAD * chance.nextDouble())));
    }
}
