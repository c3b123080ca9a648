package io.demarche.consumer;

import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are read and how.
 *
 * @param bootstrapServers brokers, as {@code host:port}, comma-separated
 * @param schemaRegistryUrl address of the schema registry, or {@code mock://SCOPE}
 * @param groupId consumer group: its members share the alerts, and it remembers where it was; null to read
 *     on one's own, which commits nothing
 * @param properties further settings of Kafka's consumer and of the serde, as those name them; they win over the defaults
 *     here, except for what the promises rest on
 */
public record ConsumerSettings(
        String bootstrapServers,
        String schemaRegistryUrl,
        @Nullable String groupId,
        Map<String, String> properties) {
    private static final Map<String, String> DEFAULTS = Map.of(
            "client.id", "demarche-consumer",
            "auto.offset.reset", "earliest",
            // After a kill the group waits this long for the member that is no more.
            "session.timeout.ms", "10000",
            "heartbeat.interval.ms", "3000",
            "max.poll.records", "500");
    private static final List<String> OURS =
            List.of("bootstrap.servers", "schema.registry.url", "group.id", "key.deserializer", "value.deserializer");
    private static final Map<String, String> FIXED =
            Map.of("isolation.level", "read_committed", "enable.auto.commit", "false");

    /**
     * @throws DemarcheException naming the setting that is missing or may not be set
     */
    public ConsumerSettings {
        requireText("bootstrap.servers", bootstrapServers);
        requireText("schema.registry.url", schemaRegistryUrl);
        if (groupId != null) {
            requireText("group.id", groupId);
        }
        properties = Map.copyOf(properties);
        for (String setting : OURS) {
            if (properties.containsKey(setting)) {
                throw new DemarcheException(setting + ": cannot be set as a further property of the consumer");
            }
        }
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            String given = properties.get(fixed.getKey());
            if (given != null && !given.equals(fixed.getValue())) {
                throw new DemarcheException(fixed.getKey() + "=" + given + ": must be " + fixed.getValue()
                        + ", or alerts could be lost or shown that never were");
            }
        }
    }

    /** These servers and this group, nothing else. */
    public static ConsumerSettings of(String bootstrapServers, String schemaRegistryUrl, String groupId) {
        return new ConsumerSettings(bootstrapServers, schemaRegistryUrl, groupId, Map.of());
    }

    /** The settings of Kafka's consumer. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(DEFAULTS);
        kafka.putAll(properties);
        kafka.putAll(FIXED);
        kafka.put("bootstrap.servers", bootstrapServers);
        if (groupId != null) {
            kafka.put("group.id", groupId);
        }
        return kafka;
    }

    /** The settings of the serde. */
    Map<String, Object> serde() {
        Map<String, Object> serde = new HashMap<>(properties);
        serde.put("schema.registry.url", schemaRegistryUrl);
        return serde;
    }

    private static void requireText(String setting, String value) {
        if (value.isBlank()) {
            throw new DemarcheException(setting + ": must not be empty");
        }
    }
}
