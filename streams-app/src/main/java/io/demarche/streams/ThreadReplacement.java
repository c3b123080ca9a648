package io.demarche.streams;

import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.UnreadableStateException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.MisconfiguredInternalTopicException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies. An outage, or a full disk, on which room can be made: the thread is replaced after a
 * wait that doubles up to a bound, for as long as it takes. Any other failure: the same, but when five in a row brought no progress, the instance stops. A failure
 * that no new try can mend stops it at once.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final int TRIES = 5;

    private final Duration longestWait;
    private final LongSupplier progress;
    private final CountDownLatch closing;
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();

    private final LongAdder outages = new LongAdder();

    private int failures;
    private long progressBefore;
    private boolean diskFull;

    /**
     * @param progress grows with every record that is done
     * @param closing opened when the application closes: nobody waits then
     */
    ThreadReplacement(Duration longestWait, LongSupplier progress, CountDownLatch closing) {
        this.longestWait = longestWait;
        this.progress = progress;
        this.closing = closing;
    }

    /** What stopped the instance; null where nothing did. */
    @Nullable
    Throwable fatal() {
        return fatal.get();
    }

    /** How often a thread failed because a server was out. */
    long outages() {
        return outages.sum();
    }

    /** Whether the disk of the state stores was full when a thread failed last, and nothing was done since. */
    synchronized boolean isDiskFull() {
        return diskFull && progress.getAsLong() <= progressBefore;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        // What killed the thread is told here, in one line; Kafka throws it once more, for the JVM to print.
        Thread.currentThread().setUncaughtExceptionHandler((thread, told) -> {});
        int inARow = failuresInARow(failure);
        boolean outage = Outages.isOutage(failure);
        String what = what(failure);
        if (outage) {
            outages.increment();
        }
        boolean waits = outage || Outages.isDiskFull(failure);
        if (cannotBeMended(failure) || !waits && inARow >= TRIES) {
            fatal.compareAndSet(null, failure);
            LOG.error("the application stops failures={}: {}", inARow, what);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        long wait = Math.min(longestWait.toMillis(), FIRST_WAIT.toMillis() << Math.min(inARow - 1, 20));
        LOG.warn(
                "{}, trying again waitMs={} failures={}: {}",
                outage ? "a server is out" : "a stream thread failed",
                wait,
                inARow,
                what);
        await(wait);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** The failure in one line: an outage without what it made Kafka say of the record at hand, a full disk by its name. */
    static String what(Throwable failure) {
        String line = Outages.inOneLine(Outages.outage(failure).orElse(failure));
        return Outages.isDiskFull(failure)
                ? "no room is left on the disk of the state stores (state.dir): " + line
                : line;
    }

    private synchronized int failuresInARow(Throwable failure) {
        diskFull = Outages.isDiskFull(failure);
        long now = progress.getAsLong();
        failures = now > progressBefore ? 1 : failures + 1;
        progressBefore = now;
        return failures;
    }

    private static boolean cannotBeMended(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MissingSourceTopicException
                    || t instanceof MisconfiguredInternalTopicException
                    || t instanceof TopologyException
                    || t instanceof UnreadableStateException
                    || t instanceof VirtualMachineError) {
                return true;
            }
        }
        return false;
    }

    private void await(long millis) {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.info("the application closes, nothing is tried again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
