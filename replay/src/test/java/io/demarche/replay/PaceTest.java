package io.demarche.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-01-31T12:00:00Z"));
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void shouldNeverWaitAtFullSpeed() {
        Pace pace = new Pace(ReplayPlan.MAX_SPEED, now::get, stopped);

        pace.until(0);
        assertThat(pace.until(DAY)).isZero();
    }

    @Test
    void shouldSpaceRecordsAsInLifeSoManyTimesFaster() {
        Pace pace = new Pace(24, now::get, stopped);

        assertThat(pace.until(5 * DAY)).isZero();
        assertThat(pace.until(6 * DAY)).isEqualTo(Duration.ofHours(1));
        now.set(now.get().plus(Duration.ofMinutes(40)));
        assertThat(pace.until(6 * DAY)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void shouldNotWaitForARecordOfAnEarlierTime() {
        Pace pace = new Pace(1, now::get, stopped);

        pace.until(5 * DAY);
        assertThat(pace.until(4 * DAY)).isZero();
    }

    @Test
    void shouldWaitNoLongerOnceStopped() throws InterruptedException {
        Pace pace = new Pace(1, now::get, stopped);
        stopped.countDown();

        assertThat(pace.await(Duration.ofDays(1))).isFalse();
    }
}
