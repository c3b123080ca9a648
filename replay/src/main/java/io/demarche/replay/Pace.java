package io.demarche.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spaces records as they were spaced in life, so many times faster. The first is due at once; one whose event time lies before
 * that of an earlier one is due with it.
 */
final class Pace {
    private final double speed;
    private final InstantSource clock;
    private final CountDownLatch stopped;
    private @Nullable Instant started;
    private long firstEvent;

    Pace(double speed, InstantSource clock, CountDownLatch stopped) {
        this.speed = speed;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** How long from now until a record of this event time is due; zero where it is. */
    Duration until(long eventTime) {
        Instant now = clock.instant();
        if (Double.isInfinite(speed)) {
            return Duration.ZERO;
        }
        if (started == null) {
            started = now;
            firstEvent = eventTime;
        }
        long after = Math.round(Math.max(0, eventTime - firstEvent) / speed);
        Duration wait = Duration.between(now, started.plusMillis(after));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * Waits that long, or until the replay is stopped.
     *
     * @return false where it was stopped
     */
    boolean await(Duration wait) throws InterruptedException {
        return !stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
