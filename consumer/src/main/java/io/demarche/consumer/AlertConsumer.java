package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.sink.AlertSink;
import io.demarche.kafka.admin.BrokerConnection;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.monitoring.Health;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the alerts of {@code escalation-alerts} to sinks, at least once: offsets are committed when every sink has flushed.
 * Sees committed records only. A record that is no alert is logged, counted and skipped; while the schema registry is away,
 * or knows none of our schemas, it waits, and loses its place in the group to nobody.
 *
 * <pre>{@code
 * try (AlertConsumer consumer = AlertConsumer.connect(settings, List.of(sink))) {
 *     consumer.run(); // until close() is called, by a shutdown hook for instance
 * }
 * }</pre>
 *
 * <p>One thread runs; {@link #close} may be called from any: the batch at hand is finished first.
 */
public final class AlertConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Consumer<byte[], byte[]> kafka;
    private final String servers;
    private final AlertDecoder decoder;
    private final List<AlertSink> sinks;
    private final AlertFilter filter;
    private final OffsetLedger offsets;
    private final ReentrantLock running = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LongAdder delivered = new LongAdder();
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final AtomicReference<Health> health = new AtomicReference<>(Health.waiting("JOINING"));
    private long pauseMs = FIRST_PAUSE_MS;
    private boolean closed;

    private AlertConsumer(
            Consumer<byte[], byte[]> kafka,
            ConsumerSettings settings,
            Subscription subscription,
            AlertDecoder decoder,
            List<? extends AlertSink> sinks) {
        this.kafka = kafka;
        this.servers = settings.bootstrapServers();
        this.decoder = decoder;
        this.filter = subscription.filter();
        this.sinks = List.copyOf(sinks);
        this.offsets = new OffsetLedger(kafka, subscription.from(), settings.groupId() != null);
    }

    /** Connects as {@link #connect(ConsumerSettings, Subscription, List)} does, with {@link Subscription#DEFAULT}. */
    public static AlertConsumer connect(ConsumerSettings settings, List<? extends AlertSink> sinks) {
        return connect(settings, Subscription.DEFAULT, sinks);
    }

    /**
     * Connects, and checks that the topic is there.
     *
     * @param subscription which alerts are handed on, and from where
     * @param sinks where alerts go, each of them to all; closed with the consumer, or where connecting fails
     * @throws DemarcheException where a setting is wrong, no broker answers or the topic is missing
     */
    public static AlertConsumer connect(
            ConsumerSettings settings, Subscription subscription, List<? extends AlertSink> sinks) {
        try {
            Map<String, Object> kafka = settings.kafka();
            try (TopicAdmin admin = TopicAdmin.connect(kafka)) {
                admin.requireAll(Topics.ESCALATION_ALERTS);
            }
            AlertDecoder decoder = AlertDecoder.of(settings.serde());
            AlertConsumer consumer =
                    new AlertConsumer(kafkaConsumer(kafka, settings), settings, subscription, decoder, sinks);
            consumer.join(settings.groupId() != null);
            return consumer;
        } catch (RuntimeException e) {
            closeSinks(sinks);
            throw e;
        }
    }

    /** Joins the group, or takes every partition where there is none. */
    private void join(boolean group) {
        String topic = Topics.ESCALATION_ALERTS.name();
        if (group) {
            kafka.subscribe(List.of(topic), offsets);
            return;
        }
        try {
            List<TopicPartition> all = kafka.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            kafka.assign(all);
            offsets.onPartitionsAssigned(all);
        } catch (KafkaException e) {
            kafka.close(CloseOptions.timeout(Duration.ZERO));
            throw new DemarcheException("cannot read alerts from " + servers + ": " + reason(e), e);
        }
    }

    /** Runs until {@link #close} is called. */
    public ConsumerSummary run() {
        return runUntil(() -> false);
    }

    /**
     * Runs until every alert is delivered that was committed to this member's partitions when it was first asked, or until
     * {@link #close} is called. A group's other members have their own partitions.
     */
    public ConsumerSummary drain() {
        offsets.forgetGoal();
        return runUntil(offsets::reachedGoal);
    }

    /**
     * Runs until the condition holds, which is asked between batches, some five times a second at least, or until
     * {@link #close} is called.
     *
     * @throws DemarcheException where a sink takes no more or the broker turns us away
     */
    public ConsumerSummary runUntil(BooleanSupplier done) {
        running.lock();
        try {
            while (!isClosing() && !done.getAsBoolean()) {
                deliver(kafka.poll(POLL));
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("Told to stop");
        } catch (KafkaException e) {
            throw new DemarcheException("cannot read alerts from " + servers + ": " + reason(e), e);
        } finally {
            running.unlock();
        }
        return new ConsumerSummary(
                delivered.sum() + leftOut.sum() + skipped.sum(), delivered.sum(), leftOut.sum(), skipped.sum());
    }

    /** Ready once the group has taken it in; waiting, not ready, while a server is away. Safe to ask from any thread. */
    public Health health() {
        if (isClosing()) {
            return Health.ended("CLOSED");
        }
        Health now = health.get();
        return now.ready() && BrokerConnection.isLost(kafka.metrics()) ? Health.waiting("BROKER_AWAY") : now;
    }

    /** What it delivered and skipped, and what Kafka's client measures. */
    public MeterBinder figures() {
        return new ConsumerFigures(kafka, delivered, leftOut, skipped);
    }

    /** Ends a run under way after the batch at hand, leaves the group, closes the sinks. */
    @Override
    public void close() {
        closing.countDown();
        kafka.wakeup();
        running.lock();
        try {
            if (!closed) {
                closed = true;
                closeAll();
            }
        } finally {
            running.unlock();
        }
    }

    private void closeAll() {
        try {
            offsets.commit();
        } catch (WakeupException e) {
            offsets.commit(); // the wake-up is spent now
        } finally {
            try {
                kafka.close(CloseOptions.timeout(CLOSING));
            } finally {
                closeSinks(sinks);
            }
        }
    }

    /** Closes all of them, though one should fail; then says so. */
    private static void closeSinks(List<? extends AlertSink> sinks) {
        List<DemarcheException> failures = new ArrayList<>();
        for (AlertSink sink : sinks) {
            try {
                sink.close();
            } catch (DemarcheException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void deliver(ConsumerRecords<byte[], byte[]> records) {
        List<EscalationAlert> alerts = new ArrayList<>();
        Map<TopicPartition, Long> resume = new HashMap<>();
        long bad = 0;
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!resume.isEmpty()) {
                    resume.putIfAbsent(partition, record.offset());
                    break; // the registry is away: asking it for every partition would take its time each
                }
                try {
                    int before = alerts.size();
                    decoder.decode(record).ifPresent(alerts::add);
                    bad += alerts.size() == before ? 1 : 0;
                } catch (SchemaRegistryUnavailableException e) {
                    LOG.warn("Schema registry is of no use now, waiting pauseMs={} reason={}", pauseMs, reason(e));
                    resume.put(partition, record.offset());
                    break;
                }
            }
        }
        List<EscalationAlert> wanted = alerts.stream().filter(filter::wants).toList();
        hand(wanted);
        delivered.add(wanted.size());
        leftOut.add(alerts.size() - wanted.size());
        skipped.add(bad);
        resume.forEach(kafka::seek);
        offsets.delivered(records.partitions());
        offsets.commit();
        pauseIf(!resume.isEmpty());
    }

    private void hand(List<EscalationAlert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        sinks.forEach(sink -> sink.write(alerts));
        sinks.forEach(AlertSink::flush);
    }

    private void pauseIf(boolean away) {
        if (!away) {
            pauseMs = FIRST_PAUSE_MS;
            health.set(offsets.hasJoined() ? Health.RUNNING : Health.waiting("JOINING"));
            return;
        }
        health.set(Health.waiting("REGISTRY_AWAY"));
        try {
            if (!closing.await(pauseMs, TimeUnit.MILLISECONDS)) {
                pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private static Consumer<byte[], byte[]> kafkaConsumer(Map<String, Object> kafka, ConsumerSettings settings) {
        try {
            return new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw Unconnected.explained(settings.bootstrapServers(), e);
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
