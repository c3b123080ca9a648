package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of alerts on a broker of its own. */
final class AlertTopic implements AutoCloseable {
    private static final String TOPIC = Topics.ESCALATION_ALERTS.name();

    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
    private final EmbeddedRegistry registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral());

    AlertTopic() {
        try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createMissing();
        }
    }

    ConsumerSettings settings() {
        return ConsumerSettings.of(broker.bootstrapServers(), registry.url(), "alerts");
    }

    void send(EscalationAlert... alerts) {
        Serde<EscalationAlert> serde =
                ValueSerdes.of(EscalationAlert.class, Map.of("schema.registry.url", registry.url()));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (EscalationAlert alert : List.of(alerts)) {
                producer.send(new ProducerRecord<>(
                        TOPIC, alert.getDyad(), serde.serializer().serialize(TOPIC, alert)));
            }
        }
    }

    /** The records that were given up, in order. */
    List<ConsumerRecord<byte[], byte[]>> undelivered() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        TopicEnd.read(Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.UNDELIVERED_ALERTS, records::add);
        return records;
    }

    /** How many records a group has done with. */
    long committed(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset == null ? 0 : offset.offset())
                    .sum();
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
