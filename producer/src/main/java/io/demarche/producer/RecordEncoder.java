package io.demarche.producer;

import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns records into bytes, and waits while the registry is away: with growing pauses, for a bounded time. A record that
 * the registry refuses is no bad article but a wrong set-up, and ends the run.
 */
final class RecordEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(RecordEncoder.class);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Duration patience;
    private final CountDownLatch stopped;
    private final LongSupplier nanos;

    /**
     * @param patience how long an outage is waited for
     * @param stopped ends the waiting when it opens
     */
    RecordEncoder(Duration patience, CountDownLatch stopped) {
        this(patience, stopped, System::nanoTime);
    }

    RecordEncoder(Duration patience, CountDownLatch stopped, LongSupplier nanos) {
        this.patience = patience;
        this.stopped = stopped;
        this.nanos = nanos;
    }

    <T> byte[] encode(Serializer<T> serializer, String topic, T record) {
        long began = nanos.getAsLong();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                return serializer.serialize(topic, record);
            } catch (SerializationException e) {
                throw new DemarcheException("topic " + topic + ": cannot be written: " + reason(e), e);
            } catch (SchemaRegistryUnavailableException e) {
                // Each try waits as well, for an answer: what counts is how long the registry has been away.
                Duration away = Duration.ofNanos(nanos.getAsLong() - began);
                if (away.compareTo(patience) >= 0) {
                    throw new DemarcheException(
                            "topic " + topic + ": cannot be written, the schema registry was away for "
                                    + away.toSeconds() + " s: " + reason(e),
                            e);
                }
                LOG.warn("Schema registry is away, waiting topic={} pauseMs={} reason={}", topic, pause, reason(e));
                pauseOrStop(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    private void pauseOrStop(long millis) {
        try {
            if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The run was told to stop while it waited. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
