package io.demarche.producer;

import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where articles are sent and how.
 *
 * @param bootstrapServers brokers, as {@code host:port}, comma-separated
 * @param schemaRegistryUrl address of the schema registry, or {@code mock://SCOPE}
 * @param properties further settings of Kafka's producer and of the serde, as those name them; they win over the defaults
 *     here, except for what the promise of losing and doubling nothing rests on
 */
public record ProducerSettings(String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
    private static final Map<String, String> DEFAULTS = Map.of(
            "client.id", "demarche-producer",
            "batch.size", "262144",
            "linger.ms", "20",
            "compression.type", "lz4",
            "buffer.memory", "67108864",
            "delivery.timeout.ms", "120000",
            "max.block.ms", "60000");
    /** Settings that are not the user's to change, with the only value they may have. */
    private static final Map<String, List<String>> FIXED =
            Map.of("acks", List.of("all", "-1"), "enable.idempotence", List.of("true"));

    private static final List<String> OURS = List.of(
            "bootstrap.servers", "schema.registry.url", "key.serializer", "value.serializer", "transactional.id");

    /**
     * @throws DemarcheException naming the setting that is missing or may not be set
     */
    public ProducerSettings {
        requireText("bootstrap.servers", bootstrapServers);
        requireText("schema.registry.url", schemaRegistryUrl);
        properties = Map.copyOf(properties);
        for (String setting : OURS) {
            if (properties.containsKey(setting)) {
                throw new DemarcheException(setting + ": cannot be set as a further property of the producer");
            }
        }
        for (Map.Entry<String, List<String>> fixed : FIXED.entrySet()) {
            String given = properties.get(fixed.getKey());
            if (given != null && !fixed.getValue().contains(given)) {
                throw new DemarcheException(fixed.getKey() + "=" + given + ": must be "
                        + fixed.getValue().get(0) + ", or articles could be lost or doubled");
            }
        }
        number(properties, "delivery.timeout.ms");
        number(properties, "max.request.size");
    }

    /** These servers and nothing else. */
    public static ProducerSettings of(String bootstrapServers, String schemaRegistryUrl) {
        return new ProducerSettings(bootstrapServers, schemaRegistryUrl, Map.of());
    }

    /** The settings of Kafka's producer. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(DEFAULTS);
        kafka.putAll(properties);
        kafka.put("bootstrap.servers", bootstrapServers);
        kafka.put("acks", "all");
        kafka.put("enable.idempotence", "true");
        return kafka;
    }

    /** The settings of the serde. */
    Map<String, Object> serde() {
        Map<String, Object> serde = new HashMap<>(properties);
        serde.put("schema.registry.url", schemaRegistryUrl);
        return serde;
    }

    /** How long an outage is waited for. */
    Duration deliveryTimeout() {
        return Duration.ofMillis(number(kafka(), "delivery.timeout.ms"));
    }

    /** The largest record that Kafka's producer takes, in bytes. */
    int largestRecord() {
        return (int) Math.min(
                Integer.MAX_VALUE,
                kafka().containsKey("max.request.size") ? number(kafka(), "max.request.size") : 1_048_576);
    }

    private static long number(Map<String, ?> settings, String name) {
        Object value = settings.get(name);
        if (value == null) {
            return 0;
        }
        try {
            long number = Long.parseLong(value.toString().strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DemarcheException(name + "=" + value + ": not a whole number", e);
        }
        throw new DemarcheException(name + "=" + value + ": must be greater than 0");
    }

    private static void requireText(String setting, String value) {
        if (value.isBlank()) {
            throw new DemarcheException(setting + ": must not be empty");
        }
    }
}
