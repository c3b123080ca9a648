package io.demarche.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records of a topic: by arrival and by key. */
final class TopicRangeOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Values.Time.class,
            description = "Only what arrived at this time or later: 2023-12-28 or 2023-12-28T10:00:00Z.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Values.Time.class,
            description = "Only what arrived before this time.")
    private @Nullable Instant to;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Only records under this key, such as AZE-FRA; repeatable.")
    private List<String> keys = new ArrayList<>();

    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    SortedSet<String> keys() {
        return new TreeSet<>(keys);
    }
}
