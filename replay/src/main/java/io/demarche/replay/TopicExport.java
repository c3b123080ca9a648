package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * Writes a stretch of a topic as lines of JSON ({@link TopicImport} reads them), in the order of arrival; ends at what was there
 * at the start. Reads by assignment and keeps no place.
 */
public final class TopicExport implements AutoCloseable {
    private static final String GROUP = "demarche-export";

    private final Map<String, String> settings;
    private final Stretch stretch;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * What is exported.
     *
     * @param topic the topic
     * @param from only records that arrived at this time or later
     * @param to only records that arrived before this time
     * @param keys only records under these keys; empty for all
     * @param limit how many records at most
     */
    public record Stretch(
            String topic, Optional<Instant> from, Optional<Instant> to, SortedSet<String> keys, long limit) {
        /**
         * @throws DemarcheException naming what cannot be so
         */
        public Stretch {
            keys = new TreeSet<>(keys);
            if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
                throw new DemarcheException("nothing lies between " + from.get() + " and " + to.get());
            }
            if (limit < 1) {
                throw new DemarcheException("limit " + limit + ": must be at least 1");
            }
        }
    }

    /**
     * An export that has yet to run.
     *
     * @param settings of Kafka's clients and of the serde
     */
    public TopicExport(Map<String, String> settings, Stretch stretch) {
        this.settings = Map.copyOf(settings);
        this.stretch = stretch;
    }

    /**
     * Writes the lines.
     *
     * @return how many
     * @throws DemarcheException where the topic is missing, the broker does not answer, or it was stopped
     * @throws IOException where the writer fails
     */
    public long run(Writer out) throws IOException {
        RecordLines lines = new RecordLines(settings);
        requireTopic();
        try (KafkaConsumer<byte[], byte[]> consumer = ReplayClients.consumer(settings, GROUP)) {
            BoundedReader reader = new BoundedReader(consumer, stretch.topic(), stretch.from(), stretch.to());
            long written = 0;
            Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
            while (next.isPresent() && written < stretch.limit()) {
                if (stopped.getCount() == 0) {
                    throw new DemarcheException("the export was stopped");
                }
                if (isWanted(next.get())) {
                    out.write(lines.write(next.get()));
                    out.write('\n');
                    written++;
                }
                next = reader.next();
            }
            out.flush();
            return written;
        } catch (KafkaException e) {
            throw cannotExport(e);
        }
    }

    /**
     * Asks for the topic.
     *
     * @throws DemarcheException where it is missing or the broker does not answer
     */
    private void requireTopic() {
        try (ReplayTopics topics = new ReplayTopics(settings)) {
            topics.requireSource(stretch.topic());
        } catch (KafkaException e) {
            throw cannotExport(e);
        }
    }

    private DemarcheException cannotExport(KafkaException e) {
        return new DemarcheException(
                "cannot export " + stretch.topic() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e);
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        return stretch.keys().isEmpty()
                || record.key() != null && stretch.keys().contains(new String(record.key(), StandardCharsets.UTF_8));
    }

    /** Ends an export under way. */
    @Override
    public void close() {
        stopped.countDown();
    }
}
