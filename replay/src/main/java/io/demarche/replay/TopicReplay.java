package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Copies a stretch of a topic into another, each record once: copies and the place that has been reached are written in one
 * transaction, so that a replay which was stopped or killed goes on where it was. A finished one forgets its place, and begins
 * anew when it is asked for again. Works by assignment, so that no live group is touched; sees committed records only.
 *
 * <pre>{@code
 * try (TopicReplay replay = new TopicReplay(settings, plan, Clock.systemUTC())) {
 *     ReplaySummary summary = replay.run(progress -> System.err.println(progress.line()));
 * }
 * }</pre>
 *
 * <p>One thread runs; {@link #close} may be called from any: what is written by then is committed first.
 */
public final class TopicReplay implements AutoCloseable {
    private static final Duration PROGRESS = Duration.ofSeconds(10);
    /** A batch is committed before a wait that is longer, so that readers see what is due. */
    private static final Duration LONG_WAIT = Duration.ofMillis(50);

    private final Map<String, String> settings;
    private final ReplayPlan plan;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private long read;
    private long replayed;
    private long passedOver;

    /**
     * A replay that has yet to run.
     *
     * @param settings of Kafka's clients, {@code bootstrap.servers} among them, and of the serde
     */
    public TopicReplay(Map<String, String> settings, ReplayPlan plan, InstantSource clock) {
        this.settings = Map.copyOf(settings);
        this.plan = plan;
        this.clock = clock;
    }

    /** Counts what {@link #run} would replay, and writes nothing. */
    public ReplaySummary dryRun() {
        try (ReplayTopics topics = new ReplayTopics(settings);
                KafkaConsumer<byte[], byte[]> consumer = ReplayClients.consumer(settings, plan.group())) {
            topics.requireSource(plan.source());
            BoundedReader reader = new BoundedReader(consumer, plan.source(), plan.from(), plan.to());
            Optional<ConsumerRecord<byte[], byte[]>> record = reader.next();
            while (record.isPresent() && replayed < plan.limit() && !isStopped()) {
                take(record.get());
                record = reader.next();
            }
            return new ReplaySummary(read, replayed, passedOver, record.isEmpty());
        } catch (KafkaException e) {
            throw explained(e);
        } finally {
            ended.countDown();
        }
    }

    /**
     * Replays.
     *
     * @param progress told every ten seconds how far it is
     * @throws DemarcheException where the source is missing, the broker does not answer, or refuses
     */
    public ReplaySummary run(Consumer<ReplaySummary> progress) {
        try (ReplayTopics topics = new ReplayTopics(settings)) {
            int partitions = topics.requireSource(plan.source());
            boolean samePartitions = topics.requireTarget(plan.source(), plan.target()) == partitions;
            boolean finished;
            try (KafkaConsumer<byte[], byte[]> consumer = ReplayClients.consumer(settings, plan.group());
                    KafkaProducer<byte[], byte[]> producer = ReplayClients.producer(settings, plan.group())) {
                producer.initTransactions();
                finished = copy(consumer, producer, samePartitions, progress);
            }
            if (finished) {
                topics.forget(plan.group());
            }
            return new ReplaySummary(read, replayed, passedOver, finished);
        } catch (KafkaException e) {
            throw explained(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            ended.countDown();
        }
    }

    private boolean copy(
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer,
            boolean samePartitions,
            Consumer<ReplaySummary> progress)
            throws InterruptedException {
        BoundedReader reader = new BoundedReader(consumer, plan.source(), plan.from(), plan.to());
        ToLongFunction<ConsumerRecord<byte[], byte[]>> times =
                plan.isPaced() ? EventTimes.of(plan.source(), settings) : record -> 0;
        UnaryOperator<byte[]> mark = AlertMark.of(plan.source(), settings);
        Pace pace = new Pace(plan.speed(), clock, stopped);
        CopyBatch batch = new CopyBatch(producer, consumer.groupMetadata());
        var nextProgress = clock.instant().plus(PROGRESS);
        Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
        while (next.isPresent() && replayed < plan.limit() && !isStopped()) {
            ConsumerRecord<byte[], byte[]> record = next.get();
            if (wants(record)) {
                Duration wait = pace.until(times.applyAsLong(record));
                if (wait.compareTo(LONG_WAIT) > 0) {
                    batch.commit();
                }
                if (!pace.await(wait)) {
                    break;
                }
            }
            if (take(record)) {
                batch.send(copyOf(record, mark, samePartitions));
            }
            batch.reached(record);
            if (clock.instant().isAfter(nextProgress)) {
                nextProgress = clock.instant().plus(PROGRESS);
                progress.accept(new ReplaySummary(read, replayed, passedOver, false));
            }
            next = reader.next();
        }
        batch.commit();
        return next.isEmpty();
    }

    /** Ends a replay under way, once what it has written is committed. */
    @Override
    public void close() {
        stopped.countDown();
    }

    /** Stops, and waits until the run has ended; for a shutdown hook. */
    public void stopAndAwait() {
        close();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private boolean wants(ConsumerRecord<byte[], byte[]> record) {
        return plan.keys().isEmpty()
                || record.key() != null && plan.keys().contains(new String(record.key(), StandardCharsets.UTF_8));
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record) {
        read++;
        boolean wanted = wants(record);
        replayed += wanted ? 1 : 0;
        passedOver += wanted ? 0 : 1;
        return wanted;
    }

    private ProducerRecord<byte[], byte[]> copyOf(
            ConsumerRecord<byte[], byte[]> record, UnaryOperator<byte[]> mark, boolean samePartition) {
        return new ProducerRecord<>(
                plan.target(),
                samePartition ? record.partition() : null,
                null,
                record.key(),
                mark.apply(record.value()),
                ReplayHeaders.of(record));
    }

    private DemarcheException explained(KafkaException e) {
        return new DemarcheException(
                "cannot replay " + plan.source() + " into " + plan.target() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e);
    }
}
