package io.demarche.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a polite kill: what runs in the foreground hears of it, and the process waits until it has closed what it
 * opened, at the latest 30 seconds.
 *
 * <pre>{@code
 * try (Interruption interruption = Interruption.watch(consumer::stop)) {
 *     consumer.run();
 * }
 * }</pre>
 */
final class Interruption implements AutoCloseable {
    private static final long CLOSING_SECONDS = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Interruption() {}

    /** Runs the action when the process is asked to end. */
    static Interruption watch(Runnable action) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.interrupt(action), "demarche-interruption"));
        return interruption;
    }

    /** Returns when the process is asked to end. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed: the process may end. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void interrupt(Runnable action) {
        if (closed.getCount() == 0) {
            return;
        }
        action.run();
        asked.countDown();
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
