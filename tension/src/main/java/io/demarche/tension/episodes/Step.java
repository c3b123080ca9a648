package io.demarche.tension.episodes;

import io.demarche.avro.AlertRule;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import org.jspecify.annotations.Nullable;

/**
 * A level reached in an episode for the first time.
 *
 * @param level the step of the ladder, 1 to 6
 * @param previous the level before
 * @param day the day on which it was reached
 * @param act the act that raised it; null for a surge
 * @param link the answer that raised it; null for anything but retaliation
 * @param reading the figures of that day
 */
public record Step(
        int level,
        int previous,
        int day,
        AlertRule rule,
        @Nullable Act act,
        @Nullable Link link,
        SurgeReading reading) {
    Step from(int before) {
        return new Step(level, before, day, rule, act, link, reading);
    }
}
