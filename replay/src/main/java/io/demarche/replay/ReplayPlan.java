package io.demarche.replay;

import io.demarche.schemas.ContentId;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be replayed, and where to.
 *
 * @param source the topic to read; never written to
 * @param target the topic to write to; made like the source where it is missing
 * @param from only records that arrived at this time or later
 * @param to only records that arrived before this time
 * @param keys only records under these keys; empty for all
 * @param speed how many times faster than life, by event time; {@link #MAX_SPEED} for no waiting at all
 * @param limit how many records to write at most, in one run
 */
public record ReplayPlan(
        String source,
        String target,
        Optional<Instant> from,
        Optional<Instant> to,
        SortedSet<String> keys,
        double speed,
        long limit) {
    /** As fast as the broker takes it. */
    public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

    /** No limit. */
    public static final long ALL = Long.MAX_VALUE;

    /**
     * @throws DemarcheException naming what cannot be so
     */
    public ReplayPlan {
        keys = new TreeSet<>(keys);
        if (source.equals(target)) {
            throw new DemarcheException("cannot replay " + source + " into itself: its own copies would follow it");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new DemarcheException("nothing lies between " + from.get() + " and " + to.get());
        }
        if (!(speed > 0)) {
            throw new DemarcheException("speed " + speed + ": must be greater than 0");
        }
        if (limit < 1) {
            throw new DemarcheException("limit " + limit + ": must be at least 1");
        }
    }

    /** Whether the target is a topic that the services read: copies there would be taken for news. */
    public boolean isIntoLiveTopic() {
        return Topics.all().stream().anyMatch(topic -> topic.name().equals(target));
    }

    /** Whether it waits between records. */
    boolean isPaced() {
        return Double.isFinite(speed);
    }

    /** The group under which it keeps its place: its own, of the same plan always the same. */
    String group() {
        return "demarche-replay-"
                + ContentId.of(
                        source,
                        target,
                        from.map(Instant::toString).orElse(""),
                        to.map(Instant::toString).orElse(""),
                        keys.stream().collect(Collectors.joining("\n")));
    }
}
