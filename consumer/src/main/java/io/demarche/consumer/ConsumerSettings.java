package io.demarche.consumer;

import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are read and how. Settings bear the names of Kafka's consumer; what {@link #DEFINITION} does not know goes to it
 * and to the serde as it is.
 */
public final class ConsumerSettings {
    /** What has another default than Kafka's, or a value that must stay. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Kafka brokers as host:port, comma-separated.")
            .define(
                    RegistrySettings.URL,
                    Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Schema registry, several comma-separated.")
            .define(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    Type.STRING,
                    null,
                    Rule.notBlank(),
                    Importance.HIGH,
                    "Consumer group: its members share the alerts, and it remembers where it was. None: read alone, commit"
                            + " nothing.")
            .define(
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    Type.STRING,
                    "demarche-consumer",
                    Importance.LOW,
                    "How the broker's logs and quotas call the consumer.")
            .define(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    Type.STRING,
                    "earliest",
                    Importance.MEDIUM,
                    "Where to start without a place remembered.")
            .define(
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    Type.INT,
                    10_000,
                    Rule.atLeast(1),
                    Importance.MEDIUM,
                    "How long a group waits for a member that is no more, in milliseconds.")
            .define(
                    ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                    Type.INT,
                    3_000,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How often a member says that it is there, in milliseconds.")
            .define(
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    Type.INT,
                    500,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How many alerts at most are written between two commits.")
            .define(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    Type.STRING,
                    "read_committed",
                    Rule.oneOf("read_committed"),
                    Importance.LOW,
                    "Which alerts are read: anything else could show some that never were.")
            .define(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    Type.BOOLEAN,
                    false,
                    Rule.oneOf("false"),
                    Importance.LOW,
                    "Whether Kafka's consumer commits by itself: it could lose alerts that no sink has.");

    private final Settings settings;

    private ConsumerSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * These servers with further settings.
     *
     * @param groupId null to read on one's own
     * @throws DemarcheException naming the setting that is missing, wrong or decided elsewhere
     */
    public static ConsumerSettings of(
            String bootstrapServers,
            String schemaRegistryUrl,
            @Nullable String groupId,
            Map<String, String> properties) {
        Settings.refuse(
                properties,
                "cannot be set as a further property of the consumer",
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                RegistrySettings.URL,
                ConsumerConfig.GROUP_ID_CONFIG,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        Map<String, @Nullable String> all = new HashMap<>(properties);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(RegistrySettings.URL, schemaRegistryUrl);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        return new ConsumerSettings(Settings.read(DEFINITION, all));
    }

    /** These servers and this group, nothing else. */
    public static ConsumerSettings of(String bootstrapServers, String schemaRegistryUrl, String groupId) {
        return of(bootstrapServers, schemaRegistryUrl, groupId, Map.of());
    }

    /** The same for a sink that reads on its own: group and client bear its name. */
    public ConsumerSettings forSink(String name) {
        Map<String, Object> all = new HashMap<>(settings.originals());
        all.computeIfPresent(ConsumerConfig.GROUP_ID_CONFIG, (setting, group) -> group + "-" + name);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.getString(ConsumerConfig.CLIENT_ID_CONFIG) + "-" + name);
        return new ConsumerSettings(Settings.read(DEFINITION, all));
    }

    /** The brokers. */
    String bootstrapServers() {
        return settings.getString(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** The consumer group; null to read on one's own. */
    @Nullable
    String groupId() {
        return settings.getString(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** The settings of Kafka's consumer. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(settings.others());
        kafka.putAll(settings.known());
        kafka.remove(RegistrySettings.URL);
        return kafka;
    }

    /** The settings of a producer on the same brokers, which answers within seconds. */
    Map<String, Object> producer() {
        Map<String, Object> producer = kafka();
        producer.keySet().retainAll(ProducerConfig.configNames());
        producer.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        return producer;
    }

    /** The settings of the serde. */
    Map<String, Object> serde() {
        Map<String, Object> serde = new HashMap<>(settings.others());
        serde.put(RegistrySettings.URL, settings.getString(RegistrySettings.URL));
        return serde;
    }
}
