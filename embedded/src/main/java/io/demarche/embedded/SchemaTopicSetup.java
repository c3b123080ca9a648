package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topic of the schemas, or sees to it that the one that is there loses nothing. */
final class SchemaTopicSetup {
    private static final String TIMEOUT = "default.api.timeout.ms";
    private static final String DEFAULT_TIMEOUT_MS = "10000";
    private static final String CLEANUP = "cleanup.policy";
    private static final String COMPACT = "compact";

    private SchemaTopicSetup() {}

    /**
     * @param kafka client settings
     * @param where the topic and the cluster, for messages
     * @throws DemarcheException where no broker answers in time, or the topic has another shape
     */
    static void ensure(Map<String, String> kafka, String where) {
        String timeout = kafka.getOrDefault(TIMEOUT, DEFAULT_TIMEOUT_MS);
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", "demarche-registry");
        settings.put(TIMEOUT, timeout);
        // Kafka wants one request to take no longer than the whole call.
        settings.put("request.timeout.ms", timeout);
        try (Admin admin = Admin.create(settings)) {
            if (!create(admin)) {
                requireFit(admin, where);
            }
        } catch (TimeoutException e) {
            throw new DemarcheException(
                    where + " cannot be opened: no broker answered within " + timeout
                            + " ms: start it, or mend bootstrap.servers",
                    e);
        } catch (KafkaException e) {
            throw new DemarcheException(where + " cannot be opened: " + SchemaTopic.reason(e), e);
        }
    }

    /** @return whether it was missing */
    private static boolean create(Admin admin) {
        NewTopic topic =
                new NewTopic(SchemaTopic.NAME, Optional.of(1), Optional.empty()).configs(Map.of(CLEANUP, COMPACT));
        try {
            await(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException e) {
            return false;
        }
    }

    private static void requireFit(Admin admin, String where) {
        int partitions = await(admin.describeTopics(List.of(SchemaTopic.NAME)).allTopicNames())
                .get(SchemaTopic.NAME)
                .partitions()
                .size();
        if (partitions != 1) {
            throw new DemarcheException(where + " has " + partitions
                    + " partitions, but the order of the schemas needs 1: choose another cluster");
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, SchemaTopic.NAME);
        String cleanup = await(admin.describeConfigs(List.of(resource)).all())
                .get(resource)
                .get(CLEANUP)
                .value();
        if (!COMPACT.equals(cleanup)) {
            throw new DemarcheException(
                    where + " has " + CLEANUP + "=" + cleanup + " and would lose schemas: set it to " + COMPACT);
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException kafka) {
                throw kafka;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
