package io.demarche.producer;

import io.demarche.avro.SourceState;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is remembered of sources, read from {@code source-state} to the end that it has now. */
public final class SourceStates {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SourceStates() {}

    /**
     * The latest state of each source, by its name.
     *
     * @param settings of Kafka's client and of the serde: {@code bootstrap.servers} and {@code schema.registry.url} among them
     * @throws DemarcheException where broker or registry do not answer or refuse, or the topic is missing
     */
    public static SortedMap<String, SourceState> read(Map<String, ?> settings) {
        Map<String, Object> consumer = new HashMap<>(settings);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        consumer.keySet().removeIf(key -> key.startsWith("schema.registry."));
        Map<String, byte[]> newest = new HashMap<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer())) {
            readAll(reader, newest);
        } catch (KafkaException e) {
            throw Unconnected.explained(String.valueOf(settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)), e);
        }
        SortedMap<String, SourceState> states = new TreeMap<>();
        try (Deserializer<SourceState> values =
                ValueSerdes.of(SourceState.class, settings).deserializer()) {
            newest.forEach(
                    (source, value) -> states.put(source, values.deserialize(Topics.SOURCE_STATE.name(), value)));
        } catch (KafkaException e) {
            throw new DemarcheException("cannot read " + Topics.SOURCE_STATE.name() + ": " + e.getMessage(), e);
        }
        return states;
    }

    private static void readAll(KafkaConsumer<String, byte[]> reader, Map<String, byte[]> newest) {
        List<TopicPartition> partitions = reader.partitionsFor(Topics.SOURCE_STATE.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new DemarcheException(
                    "topic " + Topics.SOURCE_STATE.name() + " is missing; 'demarche init' creates it");
        }
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (record.value() == null) {
                    newest.remove(record.key());
                } else {
                    newest.put(record.key(), record.value());
                }
            }
            if (System.nanoTime() > deadline) {
                throw new DemarcheException("topic " + Topics.SOURCE_STATE.name() + ": not read to its end in "
                        + PATIENCE.toSeconds() + " s");
            }
        }
    }
}
