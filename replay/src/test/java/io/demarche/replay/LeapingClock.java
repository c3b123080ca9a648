package io.demarche.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves on by a minute whenever it is asked, and does something then. */
final class LeapingClock implements InstantSource {
    private final Runnable everyTime;
    private Instant now = Instant.parse("2024-01-31T12:00:00Z");

    LeapingClock(Runnable everyTime) {
        this.everyTime = everyTime;
    }

    @Override
    public Instant instant() {
        everyTime.run();
        now = now.plus(Duration.ofMinutes(1));
        return now;
    }
}
