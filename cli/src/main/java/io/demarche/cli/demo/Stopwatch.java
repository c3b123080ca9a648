package io.demarche.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How long the steps of the start took, and when things happened, from its making on. Thread-safe. */
final class Stopwatch {
    private final InstantSource clock;
    private final Instant start;
    private final Map<String, Duration> readings = new LinkedHashMap<>();

    Stopwatch(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Does a step and notes how long it took. */
    <T> T time(String step, Supplier<T> work) {
        Instant before = clock.instant();
        T result = work.get();
        note(step, Duration.between(before, clock.instant()));
        return result;
    }

    /** Notes how long after the start this is, the first time it is called for this name. */
    void mark(String name) {
        note(name, Duration.between(start, clock.instant()));
    }

    private void note(String name, Duration duration) {
        synchronized (readings) {
            readings.putIfAbsent(name, duration);
        }
    }

    Map<String, Duration> readings() {
        synchronized (readings) {
            return new LinkedHashMap<>(readings);
        }
    }
}
