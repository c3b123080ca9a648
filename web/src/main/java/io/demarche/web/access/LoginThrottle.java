package io.demarche.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Lets nobody guess passwords: after some failures, a name and an address each have to wait. Thread-safe. */
public final class LoginThrottle {
    private static final int FAILURES = 5;
    private static final Duration WAIT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new HashMap<>();

    private record Failures(int count, Instant last) {}

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long they must wait before the next try. */
    public synchronized Duration wait(String... who) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (String one : who) {
            Failures failed = failures.get(one);
            if (failed != null
                    && failed.count() >= FAILURES
                    && now.isBefore(failed.last().plus(WAIT))) {
                Duration left = Duration.between(now, failed.last().plus(WAIT));
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest;
    }

    /** One of theirs failed. */
    public synchronized void failed(String... who) {
        Instant now = clock.instant();
        failures.values().removeIf(old -> !now.isBefore(old.last().plus(WAIT)));
        if (failures.size() > MOST) {
            failures.clear();
        }
        for (String one : who) {
            failures.merge(one, new Failures(1, now), (old, added) -> new Failures(old.count() + 1, now));
        }
    }

    /** One of theirs succeeded. */
    public synchronized void succeeded(String... who) {
        for (String one : who) {
            failures.remove(one);
        }
    }
}
