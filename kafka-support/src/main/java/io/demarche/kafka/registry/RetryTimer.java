package io.demarche.kafka.registry;

import java.time.Duration;

/** Elapsed time and waiting, so that a test of retries need not wait. */
interface RetryTimer {
    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();

    /** Waits. */
    void pause(Duration duration) throws InterruptedException;

    /** The computer's own. */
    static RetryTimer system() {
        return new RetryTimer() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }
        };
    }
}
