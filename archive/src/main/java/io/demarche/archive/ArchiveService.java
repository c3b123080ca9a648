package io.demarche.archive;

import io.demarche.archive.store.ArchiveWriter;
import io.demarche.archive.store.Batch;
import io.demarche.archive.store.Database;
import io.demarche.archive.store.Position;
import io.demarche.kafka.admin.BrokerConnection;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.monitoring.Health;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics.Topic;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was announced into a database. The offsets stand in the database, written with the rows: whatever ends it, and
 * whenever, it goes on exactly where the rows end. It needs no consumer group. While registry or database are away, it waits.
 *
 * <pre>{@code
 * try (ArchiveService archive = ArchiveService.connect(settings, Database.of("archive.db", "", ""))) {
 *     archive.run(); // until close() is called, by a shutdown hook for instance
 * }
 * }</pre>
 *
 * <p>One thread runs; {@link #close} may be called from any.
 */
public final class ArchiveService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveService.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Consumer<byte[], byte[]> kafka;
    private final String servers;
    private final Map<String, String> topicIds;
    private final ArchivedTopics topics;
    private final Database database;
    private final ArchiveCounts counts = new ArchiveCounts();
    private final ReentrantLock running = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<Health> health = new AtomicReference<>(Health.waiting("STARTING"));
    private @Nullable ArchiveWriter writer;
    private @Nullable Map<TopicPartition, Long> goal;
    private long pauseMs = FIRST_PAUSE_MS;

    private ArchiveService(
            Consumer<byte[], byte[]> kafka, ArchiveSettings settings, Map<String, String> topicIds, Database database) {
        this.kafka = kafka;
        this.servers = settings.bootstrapServers();
        this.topicIds = topicIds;
        this.topics = new ArchivedTopics(settings.serde());
        this.database = database;
    }

    /**
     * Connects, checks that the topics are there, and brings the tables up to date.
     *
     * @throws DemarcheException where a setting is wrong, no broker or no database answers, or a topic is missing
     */
    public static ArchiveService connect(ArchiveSettings settings, Database database) {
        return connect(settings, database, false);
    }

    /**
     * Connects, and empties the archive once a broker has answered from which it can be filled again.
     *
     * @throws DemarcheException as {@link #connect(ArchiveSettings, Database)} does; the archive is as it was then
     */
    public static ArchiveService connectAnew(ArchiveSettings settings, Database database) {
        return connect(settings, database, true);
    }

    private static ArchiveService connect(ArchiveSettings settings, Database database, boolean anew) {
        Map<String, String> ids;
        try (TopicAdmin admin = TopicAdmin.connect(settings.kafka())) {
            ids = admin.ids(ArchivedTopics.ALL);
        }
        database.migrate();
        if (anew) {
            clear(database);
        }
        Consumer<byte[], byte[]> kafka = kafkaConsumer(settings);
        try {
            ArchiveService service = new ArchiveService(kafka, settings, ids, database);
            service.join();
            return service;
        } catch (SQLException e) {
            kafka.close(CloseOptions.timeout(Duration.ZERO));
            throw new DemarcheException("cannot open the archive in " + database.name() + ": " + reason(e), e);
        } catch (RuntimeException e) {
            kafka.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    private static void clear(Database database) {
        try (ArchiveWriter writer = ArchiveWriter.open(database)) {
            writer.clear();
        } catch (SQLException e) {
            throw new DemarcheException("cannot empty the archive in " + database.name() + ": " + reason(e), e);
        }
    }

    /** Runs until {@link #close} is called. */
    public ArchiveSummary run() {
        return runUntil(() -> false);
    }

    /** Runs until everything is archived that was committed when it was called, or until {@link #close} is called. */
    public ArchiveSummary drain() {
        goal = null;
        return runUntil(this::reachedGoal);
    }

    /** Ready once it reads; waiting, not ready, while a server is away. Safe to ask from any thread. */
    public Health health() {
        if (isClosing()) {
            return Health.ended("CLOSED");
        }
        Health now = health.get();
        return now.ready() && BrokerConnection.isLost(kafka.metrics()) ? Health.waiting("BROKER_AWAY") : now;
    }

    /** What it has taken in so far. Safe to ask from any thread. */
    public ArchiveSummary summary() {
        return counts.summary();
    }

    /** What it has taken in, and what Kafka's client measures. */
    public MeterBinder figures() {
        return new ArchiveFigures(kafka, counts);
    }

    /** Ends a run under way after the batch at hand. */
    @Override
    public void close() {
        boolean first = !isClosing();
        closing.countDown();
        kafka.wakeup();
        running.lock();
        try {
            if (first) {
                closeWriter();
                kafka.close(CloseOptions.timeout(CLOSING));
            }
        } finally {
            running.unlock();
        }
    }

    private ArchiveSummary runUntil(BooleanSupplier done) {
        running.lock();
        try {
            while (!isClosing() && !done.getAsBoolean()) {
                archive(kafka.poll(POLL));
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Told to stop");
        } catch (KafkaException e) {
            throw new DemarcheException("cannot read what was announced from " + servers + ": " + reason(e), e);
        } finally {
            running.unlock();
        }
        return counts.summary();
    }

    /** Takes all partitions, each from where the rows end. */
    private void join() throws SQLException {
        List<TopicPartition> all = ArchivedTopics.ALL.stream()
                .map(Topic::name)
                .flatMap(topic -> kafka.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        kafka.assign(all);
        resume();
    }

    private void resume() throws SQLException {
        closeWriter();
        ArchiveWriter opened = ArchiveWriter.open(database);
        writer = opened;
        Map<TopicPartition, Position> known = new HashMap<>();
        opened.positions().forEach(at -> known.put(new TopicPartition(at.topic(), at.partition()), at));
        for (TopicPartition partition : kafka.assignment()) {
            Position at = known.get(partition);
            if (at != null && at.topicId().equals(topicIds.get(partition.topic()))) {
                kafka.seek(partition, at.nextOffset());
            } else {
                if (at != null) {
                    LOG.warn(
                            "The topic was created anew since; it is read from its beginning topic={} partition={}",
                            partition.topic(),
                            partition.partition());
                }
                kafka.seekToBeginning(List.of(partition));
            }
        }
    }

    private void archive(ConsumerRecords<byte[], byte[]> records) {
        ArchivedTopics.Reading reading = topics.read(records, topicIds);
        try {
            if (writer == null) {
                resume();
                return; // what was polled is polled again, from where the rows end
            }
            if (!reading.batch().positions().isEmpty()) {
                writer.write(reading.batch());
                count(reading);
            }
        } catch (SQLException e) {
            LOG.warn(
                    "The database takes nothing now, waiting db={} pauseMs={} reason={}",
                    database.name(),
                    pauseMs,
                    reason(e));
            closeWriter();
            pause("DATABASE_AWAY");
            return;
        }
        if (reading.again().isEmpty()) {
            pauseMs = FIRST_PAUSE_MS;
            health.set(Health.RUNNING);
            return;
        }
        reading.again().forEach(kafka::seek);
        LOG.warn("Schema registry is of no use now, waiting pauseMs={} reason={}", pauseMs, reading.reason());
        pause("REGISTRY_AWAY");
    }

    private void count(ArchivedTopics.Reading reading) {
        Batch batch = reading.batch();
        counts.events.add(batch.events().size());
        counts.readings.add(batch.tension().size());
        counts.alerts.add(batch.alerts().size());
        counts.verdicts.add(batch.verdicts().size());
        counts.leftOut.add(reading.leftOut());
        counts.skipped.add(reading.skipped());
    }

    private boolean reachedGoal() {
        if (goal == null) {
            goal = kafka.endOffsets(kafka.assignment());
        }
        return writer != null
                && goal.entrySet().stream().allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
    }

    private void pause(String state) {
        health.set(Health.waiting(state));
        try {
            if (!closing.await(pauseMs, TimeUnit.MILLISECONDS)) {
                pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void closeWriter() {
        ArchiveWriter open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The connection was gone already", e);
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private static Consumer<byte[], byte[]> kafkaConsumer(ArchiveSettings settings) {
        try {
            return new KafkaConsumer<>(settings.kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw Unconnected.explained(settings.bootstrapServers(), e);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
