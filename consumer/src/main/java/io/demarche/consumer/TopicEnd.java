package io.demarche.consumer;

import io.demarche.kafka.admin.Unconnected;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to the end that they have now, without a group. */
final class TopicEnd {
    private static final Duration POLL = Duration.ofMillis(100);

    private TopicEnd() {}

    /**
     * Hands on every committed record that has a value, in the order of its partition.
     *
     * @param settings of Kafka's client, {@code bootstrap.servers} among them; what is not the consumer's is passed over
     * @param topic one that was seen to be there: Kafka's client would wait for one that is not
     * @throws DemarcheException where the broker does not answer or refuses
     */
    static void read(Map<String, String> settings, Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> client = new HashMap<>(settings);
        client.keySet().retainAll(ConsumerConfig.configNames());
        client.remove(ConsumerConfig.GROUP_ID_CONFIG);
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(client)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null) {
                        each.accept(record);
                    }
                }
            }
        } catch (KafkaException e) {
            throw new DemarcheException("cannot read " + topic.name() + ": " + e.getMessage(), e);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> client) {
        try {
            return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw Unconnected.explained(String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)), e);
        }
    }
}
