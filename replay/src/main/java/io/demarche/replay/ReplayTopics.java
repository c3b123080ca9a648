package io.demarche.replay;

import io.demarche.kafka.admin.NewTopics;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.Unanswered;
import io.demarche.kafka.admin.Unconnected;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The two topics of a replay on the broker, and the place that it keeps. */
final class ReplayTopics implements AutoCloseable {
    private final Admin admin;
    private final String servers;
    private final String protocol;

    ReplayTopics(Map<String, String> settings) {
        this.servers = settings.getOrDefault("bootstrap.servers", "");
        this.protocol = settings.getOrDefault("security.protocol", "PLAINTEXT");
        Map<String, Object> config = new HashMap<>(settings);
        String timeout = Long.toString(TopicAdmin.DEFAULT_TIMEOUT.toMillis());
        config.putIfAbsent("default.api.timeout.ms", timeout);
        config.putIfAbsent("request.timeout.ms", config.get("default.api.timeout.ms"));
        try {
            this.admin = Admin.create(config);
        } catch (KafkaException e) {
            throw Unconnected.explained(servers, e);
        }
    }

    /**
     * How many partitions the source has.
     *
     * @throws DemarcheException where there is no such topic
     */
    int requireSource(String topic) {
        try {
            return partitions(topic);
        } catch (UnknownTopicOrPartitionException e) {
            throw new DemarcheException(
                    "topic " + topic + " does not exist on " + servers + "; 'topics describe' lists those of demarche",
                    e);
        } catch (InvalidTopicException e) {
            throw new DemarcheException("'" + topic + "' can be no topic's name: " + e.getMessage(), e);
        }
    }

    /** How many partitions the target has; it is made like the source where it is missing. */
    int requireTarget(String source, String target) {
        try {
            return partitions(target);
        } catch (UnknownTopicOrPartitionException e) {
            return createLike(source, target);
        }
    }

    /** How many partitions the target has; where it is missing it is made as the catalogue, or else the broker, has it. */
    int requireTarget(String target, Optional<Topics.Topic> like) {
        try {
            return partitions(target);
        } catch (UnknownTopicOrPartitionException e) {
            NewTopic topic = like.map(known ->
                            new NewTopic(target, known.partitions(), TopicAdmin.BROKER_DEFAULT).configs(known.config()))
                    .orElseGet(() -> new NewTopic(target, Optional.empty(), Optional.empty()));
            return create(topic);
        }
    }

    private int createLike(String source, String target) {
        int partitions = partitions(source);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, source);
        Config config = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
        Map<String, String> own = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                own.put(entry.name(), entry.value());
            }
        }
        return create(new NewTopic(target, partitions, TopicAdmin.BROKER_DEFAULT).configs(own));
    }

    private int create(NewTopic topic) {
        try {
            NewTopics.create(admin, List.of(topic));
        } catch (TopicExistsException e) {
            // Somebody else was quicker; the topic is there, which is what was asked for.
            NewTopics.awaitLeaders(admin, List.of(topic.name()));
        }
        return partitions(topic.name());
    }

    /** Forgets the place of a finished replay. */
    void forget(String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (GroupIdNotFoundException e) {
            return; // it never had one: there was nothing to read
        }
    }

    /** How many partitions a topic has; empty where there is no such topic, or can be none of that name. */
    Optional<Integer> partitionsIfThere(String topic) {
        try {
            return Optional.of(partitions(topic));
        } catch (UnknownTopicOrPartitionException | InvalidTopicException e) {
            return Optional.empty();
        }
    }

    /** The largest batch that a topic takes, in bytes. */
    int maxBytes(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Integer.parseInt(await(admin.describeConfigs(List.of(resource)).all())
                .get(resource)
                .get("max.message.bytes")
                .value());
    }

    private int partitions(String topic) {
        return await(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .size();
    }

    private <V> V await(KafkaFuture<V> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new DemarcheException(Unanswered.message(servers, protocol), e.getCause());
            }
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
