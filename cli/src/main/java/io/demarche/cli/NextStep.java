package io.demarche.cli;

import io.demarche.consumer.Heartbeats;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Where to look for what came of articles that were sent. The producer does not code them: what they tell depends on what the
 * pipeline knows already, and stands in its topics once the streams application has worked.
 */
final class NextStep {
    /** Each task of the streams application says once a minute that it is at work. */
    private static final Duration RECENTLY = Duration.ofMinutes(3);

    private NextStep() {}

    /**
     * One line for a person.
     *
     * @param settings of a Kafka client and of the serde
     * @param options where broker and registry are, as they were written on the command line; empty where not
     */
    static String afterSending(Map<String, String> settings, String options, Instant now) {
        String look = "'demarche pairs" + options + "' shows how the pairs stand";
        return isAtWork(settings, now)
                ? "the streams application is at work: " + look
                : "no streams application was at work in the last " + RECENTLY.toMinutes()
                        + " minutes: start 'demarche stream" + options + "'; then " + look;
    }

    private static boolean isAtWork(Map<String, String> settings, Instant now) {
        try {
            return Heartbeats.read(settings).last().values().stream()
                    .anyMatch(beat -> beat.getAt().isAfter(now.minus(RECENTLY)));
        } catch (DemarcheException e) {
            return false; // no such topic, or not for this account to read: then it was not seen at work
        }
    }
}
