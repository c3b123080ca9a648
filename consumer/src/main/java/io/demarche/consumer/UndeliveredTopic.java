package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.delivery.DeadLetter;
import io.demarche.consumer.delivery.DeadLetters;
import io.demarche.consumer.delivery.DeadLettersAwayException;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topic of alerts that a sink did not take: a dead letter is safe there when {@link #write} returns. Several sinks of a process
 * may share one. Thread-safe.
 */
public final class UndeliveredTopic implements DeadLetters, AutoCloseable {
    private static final String TOPIC = Topics.UNDELIVERED_ALERTS.name();
    /** Longer than the producer itself waits. */
    private static final long PATIENCE_MS = 20_000;

    private static final String WAIT_MS = "5000";
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Serializer<EscalationAlert> serializer;

    private UndeliveredTopic(Producer<String, byte[]> producer, Serializer<EscalationAlert> serializer) {
        this.producer = producer;
        this.serializer = serializer;
    }

    /**
     * Connects, and checks that the topic is there.
     *
     * @throws DemarcheException where a setting is wrong, no broker answers or the topic is missing
     */
    public static UndeliveredTopic connect(ConsumerSettings settings) {
        try (TopicAdmin admin = TopicAdmin.connect(settings.kafka())) {
            admin.requireAll(Topics.UNDELIVERED_ALERTS);
        }
        Map<String, Object> serde = settings.serde();
        serde.putIfAbsent(RegistrySettings.RETRY_TOTAL_MS, WAIT_MS);
        try {
            return new UndeliveredTopic(
                    new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer()),
                    ValueSerdes.of(EscalationAlert.class, serde).serializer());
        } catch (KafkaException e) {
            throw Unconnected.explained(settings.bootstrapServers(), e);
        }
    }

    @Override
    public void write(DeadLetter letter) {
        try {
            producer.send(record(letter)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unkept(letter, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException | DemarcheException e) {
            throw unkept(letter, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLettersAwayException(TOPIC + ": interrupted", e);
        }
    }

    private synchronized ProducerRecord<String, byte[]> record(DeadLetter letter) {
        EscalationAlert alert = letter.alert();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, alert.getDyad(), serializer.serialize(TOPIC, alert));
        UndeliveredHeaders.put(record.headers(), letter);
        return record;
    }

    /** A server that is away is waited for; one that refuses is not. */
    private static DemarcheException unkept(DeadLetter letter, Throwable cause) {
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        if (cause instanceof RetriableException
                || cause instanceof TimeoutException
                || cause instanceof SchemaRegistryUnavailableException) {
            return new DeadLettersAwayException(TOPIC + " takes nothing now: " + reason, cause);
        }
        return new DemarcheException(
                "cannot write to " + TOPIC + " (" + reason + "), where an alert belongs that sink " + letter.sink()
                        + " did not take",
                cause);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
