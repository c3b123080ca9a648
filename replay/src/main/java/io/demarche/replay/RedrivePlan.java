package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters are to be sent back.
 *
 * @param source the topic of dead letters
 * @param from only letters that arrived at this time or later
 * @param maxTries how often a record is sent back at most; after that it goes to {@link #quarantine}
 * @param limit how many letters to take at most, in one run
 */
public record RedrivePlan(String source, Optional<Instant> from, int maxTries, long limit) {
    private static final String QUARANTINE = "-quarantine";

    /**
     * @throws DemarcheException naming what cannot be so
     */
    public RedrivePlan {
        if (maxTries < 0) {
            throw new DemarcheException("max-tries " + maxTries + ": must not be negative");
        }
        if (limit < 1) {
            throw new DemarcheException("limit " + limit + ": must be at least 1");
        }
    }

    /** Where letters go that are not sent back any more. */
    public String quarantine() {
        return source.endsWith(QUARANTINE) ? source : source + QUARANTINE;
    }

    /** The group under which the place in the source is kept. */
    String group() {
        return "demarche-redrive-" + source;
    }
}
