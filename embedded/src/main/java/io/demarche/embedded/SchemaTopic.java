package io.demarche.embedded;

import io.demarche.embedded.registry.SchemaLog;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compacted topic that keeps a registry's schemas. Each change is a transaction of its own under one transactional id:
 * whoever opens the topic later fences off the earlier one, so that two registries never give one id to two schemas. After
 * a write of unknown outcome the topic is opened and read anew before the next.
 */
final class SchemaTopic implements SchemaLog, AutoCloseable {
    static final String NAME = "_schemas";

    private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);
    private static final String WRITE_TIMEOUT_MS = "15000";
    private static final String REQUEST_TIMEOUT_MS = "5000";
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(SchemaTopic.class);

    private final Map<String, String> kafka;
    private final String where;
    private @Nullable Producer<String, String> producer;
    private BiConsumer<String, @Nullable String> reader = (key, value) -> {};
    private boolean fenced;

    /** @param kafka client settings, {@code bootstrap.servers} among them */
    SchemaTopic(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
        this.where = "schema topic " + NAME + " on " + kafka.get("bootstrap.servers");
    }

    /**
     * Makes the topic where it is missing, becomes its only writer, and reads it to the end.
     *
     * @param restore takes each record, in order
     * @throws DemarcheException where no broker answers in time, or the topic is not fit or not a registry's
     */
    synchronized void open(BiConsumer<String, @Nullable String> restore) {
        this.reader = restore;
        SchemaTopicSetup.ensure(kafka, where);
        try {
            connect();
        } catch (KafkaException e) {
            throw new DemarcheException(where + " cannot be opened: " + reason(e), e);
        }
    }

    @Override
    public synchronized void append(String key, @Nullable String value) {
        if (fenced) {
            throw takenOver(null);
        }
        if (producer == null) {
            reconnect();
        }
        Producer<String, String> current = Objects.requireNonNull(producer);
        try {
            current.beginTransaction();
            current.send(new ProducerRecord<>(NAME, key, value));
            current.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            fenced = true;
            drop();
            throw takenOver(e);
        } catch (KafkaException e) {
            drop();
            throw new SchemaTopicException(where + " did not take the change: " + reason(e), isOutage(e), e);
        }
    }

    @Override
    public synchronized void close() {
        drop();
    }

    /** What the registry knows may have fallen behind, so the request that came upon this must be made again. */
    private void reconnect() {
        try {
            connect();
        } catch (KafkaException e) {
            throw new SchemaTopicException(where + " cannot be reached: " + reason(e), true, e);
        } catch (DemarcheException e) {
            throw new SchemaTopicException(e.getMessage(), false, e);
        }
        LOG.info("Registry reads its topic again after a failed write topic={}", NAME);
        throw new SchemaTopicException(where + " was out of reach and is back: ask again", true, null);
    }

    private void connect() {
        boolean connected = false;
        try {
            producer = new KafkaProducer<>(producerSettings(), new StringSerializer(), new StringSerializer());
            producer.initTransactions();
            restore();
            connected = true;
        } finally {
            if (!connected) {
                drop();
            }
        }
    }

    private void drop() {
        if (producer == null) {
            return;
        }
        try {
            producer.close(CLOSE_TIMEOUT);
        } catch (KafkaException e) {
            // What it was to tell the broker, the next one to open the topic tells it.
            LOG.debug("Registry could not close its producer reason={}", e.getMessage());
        } finally {
            producer = null;
        }
    }

    private void restore() {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(consumerSettings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION), READ_TIMEOUT).get(PARTITION);
            long lastProgress = System.nanoTime();
            while (consumer.position(PARTITION, READ_TIMEOUT) < end) {
                long before = consumer.position(PARTITION);
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    restore(record);
                }
                if (consumer.position(PARTITION) > before) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > READ_TIMEOUT.toNanos()) {
                    throw new TimeoutException("stuck at offset " + before + " of " + end);
                }
            }
        }
    }

    private void restore(ConsumerRecord<String, String> record) {
        if (record.key() == null) {
            throw new DemarcheException(where + " holds a record without a key at offset " + record.offset()
                    + ": it was not written by this registry, choose another cluster");
        }
        try {
            reader.accept(record.key(), record.value());
        } catch (DemarcheException e) {
            throw new DemarcheException(
                    where + " cannot be read at offset " + record.offset() + ": " + e.getMessage()
                            + ": it was not written by this registry, choose another cluster",
                    e);
        }
    }

    private SchemaTopicException takenOver(@Nullable Throwable cause) {
        return new SchemaTopicException(
                where + " was taken over by another registry: stop one of the two", false, cause);
    }

    /** What lies at the bottom: Kafka wraps it in sentences about the state of a transaction. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return DataDirectory.oneLine(root.getMessage());
    }

    private static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>();
        // A new cluster takes some tries to find its transaction coordinator: wait little between them.
        settings.put("retry.backoff.ms", "20");
        settings.put("max.block.ms", WRITE_TIMEOUT_MS);
        settings.put("request.timeout.ms", REQUEST_TIMEOUT_MS);
        settings.put("delivery.timeout.ms", WRITE_TIMEOUT_MS);
        settings.put("transaction.timeout.ms", WRITE_TIMEOUT_MS);
        settings.putAll(kafka);
        settings.put("client.id", "demarche-registry");
        settings.put("transactional.id", "demarche-registry");
        settings.put("acks", "all");
        settings.put("linger.ms", "0");
        return settings;
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", "demarche-registry");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }
}
