package io.demarche.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a polite kill: what runs in the foreground hears of it, and the process waits until it has closed what it
 * opened, for {@value #CLOSING_MS} ms at most: with a server away, a client could wait for a minute to take its leave. What is
 * cut short so is as after a kill, which every part stands.
 *
 * <pre>{@code
 * try (Interruption interruption = Interruption.watch(consumer::stop)) {
 *     consumer.run();
 * }
 * }</pre>
 */
final class Interruption implements AutoCloseable {
    private static final long CLOSING_MS = 3_500;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Interruption() {}

    /** Runs the action when the process is asked to end. */
    static Interruption watch(Runnable action) {
        return watch(action, () -> {});
    }

    /**
     * Runs the action when the process is asked to end.
     *
     * @param abandon what is left to do where closing takes too long, such as deleting temporary files
     */
    static Interruption watch(Runnable action, Runnable abandon) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> interruption.interrupt(action, abandon), "demarche-interruption"));
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

    private void interrupt(Runnable action, Runnable abandon) {
        if (closed.getCount() == 0) {
            return;
        }
        // What fails on the way out concerns nobody any more, such as a start that is cut short.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {});
        Thread closing = new Thread(
                () -> {
                    action.run();
                    asked.countDown();
                },
                "demarche-closing");
        closing.setDaemon(true);
        closing.setUncaughtExceptionHandler((thread, failure) -> asked.countDown());
        closing.start();
        try {
            if (!closed.await(CLOSING_MS, TimeUnit.MILLISECONDS)) {
                abandon.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
