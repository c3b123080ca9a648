package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads again what a sink was handed before this process began. */
final class PastAlerts implements ToldAlerts.Past {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final AlertDecoder decoder;
    private final BooleanSupplier isClosing;

    /**
     * @param kafka the settings of the consumer at work; its group is left alone
     * @param isClosing whether to stop, which can be for want of a broker
     */
    PastAlerts(Map<String, Object> kafka, AlertDecoder decoder, BooleanSupplier isClosing) {
        this.isClosing = isClosing;
        this.kafka = new HashMap<>(kafka);
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.kafka.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        this.kafka.computeIfPresent(ConsumerConfig.CLIENT_ID_CONFIG, (setting, id) -> id + "-past");
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.decoder = decoder;
    }

    /**
     * Hands on the alerts of a partition from an offset to another, this one left out, in order.
     *
     * @throws io.demarche.kafka.registry.SchemaRegistryUnavailableException where the registry does not answer
     */
    @Override
    public void read(TopicPartition partition, long from, long to, Consumer<EscalationAlert> each) {
        if (from >= to) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < to) {
                if (isClosing.getAsBoolean()) {
                    throw new WakeupException();
                }
                consumer.poll(POLL).forEach(record -> {
                    if (record.offset() < to) {
                        decoder.decode(record).ifPresent(each);
                    }
                });
            }
        }
    }
}
