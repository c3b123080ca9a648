package io.demarche.producer;

import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /**
     * @param patience how long an outage is waited for
     * @param stopped ends the waiting when it opens
     */
    RecordEncoder(Duration patience, CountDownLatch stopped) {
        this.patience = patience;
        this.stopped = stopped;
    }

    <T> byte[] encode(Serializer<T> serializer, String topic, T record) {
        long waited = 0;
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                return serializer.serialize(topic, record);
            } catch (SerializationException e) {
                throw new DemarcheException("topic " + topic + ": cannot be written: " + reason(e), e);
            } catch (SchemaRegistryUnavailableException e) {
                if (waited >= patience.toMillis()) {
                    throw new DemarcheException(
                            "topic " + topic + ": cannot be written, the schema registry was away for "
                                    + patience.toSeconds() + " s: " + reason(e),
                            e);
                }
                LOG.warn("Schema registry is away, waiting topic={} pauseMs={} reason={}", topic, pause, reason(e));
                pauseOrStop(pause);
                waited += pause;
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
