package io.demarche.consumer;

import io.demarche.avro.PipelineHeartbeat;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The last heartbeat of each task of the topology, as the topic holds them now.
 *
 * @param last by key, {@code assess-0} and so on
 * @param partitions how many tasks each stage has: as many as its topics have partitions
 */
public record Heartbeats(SortedMap<String, PipelineHeartbeat> last, int partitions) {
    private static final Topic TOPIC = Topics.PIPELINE_HEARTBEATS;
    /** Has as many partitions as the topics that the tasks read, and whoever reads alerts may look at it. */
    private static final Topic LIKE_THE_FLOW = Topics.ESCALATION_ALERTS;

    /**
     * Reads the topic to the end that it has now, without a group.
     *
     * @param settings of Kafka's client and of the serde: {@code bootstrap.servers} and {@code schema.registry.url} among them
     * @throws DemarcheException where broker or registry do not answer or refuse, or the topic is missing
     */
    public static Heartbeats read(Map<String, String> settings) {
        int partitions;
        try (TopicAdmin topics = TopicAdmin.connect(settings)) {
            topics.requireAll(TOPIC, LIKE_THE_FLOW);
            partitions = topics.partitions(LIKE_THE_FLOW);
        }
        Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
        TopicEnd.read(settings, TOPIC, record -> {
            if (record.key() != null) {
                newest.put(new String(record.key(), StandardCharsets.UTF_8), record);
            }
        });
        SortedMap<String, PipelineHeartbeat> last = new TreeMap<>();
        try (Deserializer<PipelineHeartbeat> values =
                ValueSerdes.of(PipelineHeartbeat.class, settings).deserializer()) {
            newest.forEach((task, record) -> last.put(task, values.deserialize(record.topic(), record.value())));
        } catch (KafkaException e) {
            throw new DemarcheException("cannot read " + TOPIC.name() + ": " + e.getMessage(), e);
        }
        return new Heartbeats(last, partitions);
    }

    /** The keys of all tasks that there should be. */
    public List<String> tasks() {
        return tasks(partitions);
    }

    /** The keys of all tasks, where the topics have so many partitions. */
    public static List<String> tasks(int partitions) {
        List<String> keys = new ArrayList<>();
        IntStream.range(0, partitions).forEach(n -> keys.add("assess-" + n));
        IntStream.range(0, partitions).forEach(n -> keys.add("code-" + n));
        return keys;
    }

    /** Which of the tasks have not been heard of since that time, or never. */
    public List<String> silentSince(Instant time) {
        return tasks().stream()
                .filter(task -> {
                    PipelineHeartbeat heard = last.get(task);
                    return heard == null || heard.getAt().isBefore(time);
                })
                .toList();
    }
}
