package io.demarche.replay;

import io.demarche.kafka.admin.NewTopics;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;

/** The topics, the groups and the subjects of one shadow run, all under its own name: made, watched, and cleaned up. */
final class ShadowTopics implements AutoCloseable {
    private final Admin admin;
    private final Map<String, String> settings;
    private final String applicationId;
    private final TopicNames names;

    ShadowTopics(Map<String, String> settings, String applicationId) {
        this.settings = settings;
        this.applicationId = applicationId;
        this.names = new TopicNames(applicationId + "-");
        Map<String, Object> config = new HashMap<>(settings);
        config.putIfAbsent("default.api.timeout.ms", Long.toString(TopicAdmin.DEFAULT_TIMEOUT.toMillis()));
        config.putIfAbsent("request.timeout.ms", config.get("default.api.timeout.ms"));
        this.admin = Admin.create(config);
    }

    String prefix() {
        return names.prefix();
    }

    /**
     * Asks the registry for an answer: the application would wait for one without end.
     *
     * @throws DemarcheException where it does not answer
     */
    void requireRegistry() {
        SchemaRegistryClient.from(settings).subjects();
    }

    void create() {
        NewTopics.create(
                admin,
                names.all().stream()
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), TopicAdmin.BROKER_DEFAULT)
                                .configs(topic.config()))
                        .toList());
    }

    /**
     * Whether all that was copied has been processed to the end. Articles and verdicts are asked first: their offsets are committed
     * together with the mentions made of them, so none can appear behind the second question's back. The ends asked for are
     * those of all records: what is written and not yet marked as committed is still to come, too.
     */
    boolean isCaughtUp() {
        return isRead(Topics.RAW_ARTICLES)
                && isRead(Topics.DAY_TICKS)
                && isRead(Topics.ANALYST_VERDICTS)
                && isRead(Topics.EVENT_MENTIONS)
                && isRead(Topics.DAY_MARKS);
    }

    /** Whether no transaction is under way on any of the topics: whoever reads them to the end then reads all there is. */
    boolean isSettled() {
        List<TopicPartition> all = names.all().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        return ends(all, IsolationLevel.READ_UNCOMMITTED).equals(ends(all, IsolationLevel.READ_COMMITTED));
    }

    /** Whether the beginning of a live topic has gone already, as its retention has it. */
    boolean isCutShort(Topics.Topic live) {
        List<TopicPartition> partitions =
                await(admin.describeTopics(List.of(live.name())).allTopicNames()).get(live.name()).partitions().stream()
                        .map(info -> new TopicPartition(live.name(), info.partition()))
                        .toList();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.earliest()));
        return await(admin.listOffsets(asked).all()).values().stream().anyMatch(first -> first.offset() > 0);
    }

    private boolean isRead(Topics.Topic topic) {
        Map<TopicPartition, Long> ends = ends(
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(names.of(topic), partition))
                        .toList(),
                IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata place = committed.get(end.getKey());
            return end.getValue() == 0 || place != null && place.offset() >= end.getValue();
        });
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Deletes whatever bears the run's name, and the places of its copying. */
    void deleteAll(List<String> groups) {
        List<String> topics = await(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix()))
                .toList();
        await(admin.deleteTopics(topics).all());
        for (String group : groups) {
            delete(group);
        }
        delete(applicationId);
        SchemaRegistryClient registry = SchemaRegistryClient.from(settings);
        registry.subjects().stream()
                .filter(subject -> subject.startsWith(prefix()))
                .forEach(registry::deleteSubject);
    }

    private void delete(String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (GroupIdNotFoundException e) {
            return; // it never had a place
        }
    }

    private static <V> V await(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new DemarcheException(
                            "the shadow run's topics: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
