package io.demarche.producer;

import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * Where articles are sent and how. Settings bear the names of Kafka's producer; what {@link #DEFINITION} does not know goes to
 * it and to the serde as it is.
 */
public final class ProducerSettings {
    /** What has another default than Kafka's, or a value that must stay. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
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
                    ProducerConfig.CLIENT_ID_CONFIG,
                    Type.STRING,
                    "demarche-producer",
                    Importance.LOW,
                    "How the broker's logs and quotas call the producer.")
            .define(
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    Type.INT,
                    262_144,
                    Rule.atLeast(0),
                    Importance.MEDIUM,
                    "Bytes of a batch of records for one partition.")
            .define(
                    ProducerConfig.LINGER_MS_CONFIG,
                    Type.LONG,
                    20L,
                    Rule.atLeast(0),
                    Importance.MEDIUM,
                    "How long to wait for a batch to fill, in milliseconds.")
            .define(
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    Type.STRING,
                    "lz4",
                    Rule.oneOf("none", "gzip", "snappy", "lz4", "zstd"),
                    Importance.LOW,
                    "How batches are compressed.")
            .define(
                    ProducerConfig.BUFFER_MEMORY_CONFIG,
                    Type.LONG,
                    67_108_864L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "Bytes of articles that may wait to be sent.")
            .define(
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Type.INT,
                    120_000,
                    Rule.atLeast(1),
                    Importance.MEDIUM,
                    "How long an outage is waited for, in milliseconds.")
            .define(
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    Type.LONG,
                    60_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How long to wait for a broker at the start, or for room to send, in milliseconds.")
            .define(
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    Type.INT,
                    1_048_576,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "Bytes of the largest article that is sent; a larger one is rejected.")
            .define(
                    ProducerConfig.ACKS_CONFIG,
                    Type.STRING,
                    "all",
                    Rule.oneOf("all", "-1"),
                    Importance.LOW,
                    "Who must have an article before it counts as sent: anything else could lose some.")
            .define(
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    Type.BOOLEAN,
                    true,
                    Rule.oneOf("true"),
                    Importance.LOW,
                    "Whether a try that is repeated counts once: anything else could double articles.");

    private final Settings settings;

    private ProducerSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * These servers with further settings.
     *
     * @throws DemarcheException naming the setting that is missing, wrong or decided elsewhere
     */
    public static ProducerSettings of(
            String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
        Settings.refuse(
                properties,
                "cannot be set as a further property of the producer",
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                RegistrySettings.URL,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        Map<String, String> all = new HashMap<>(properties);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(RegistrySettings.URL, schemaRegistryUrl);
        return new ProducerSettings(Settings.read(DEFINITION, all));
    }

    /** These servers and nothing else. */
    public static ProducerSettings of(String bootstrapServers, String schemaRegistryUrl) {
        return of(bootstrapServers, schemaRegistryUrl, Map.of());
    }

    /** The brokers. */
    String bootstrapServers() {
        return settings.getString(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** The settings of Kafka's producer. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(settings.others());
        kafka.putAll(settings.known());
        kafka.remove(RegistrySettings.URL);
        return kafka;
    }

    /** The same for a producer that works in transactions of this name: a later one of the name takes over from an earlier. */
    Map<String, Object> transactional(String id) {
        Map<String, Object> kafka = kafka();
        kafka.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        return kafka;
    }

    /** What whoever reads what producers keep is told: of the broker and of the serde. */
    Map<String, Object> reading() {
        Map<String, Object> reading = client();
        reading.putAll(serde());
        return reading;
    }

    /** What every client of the broker is told: the addresses, and settings that are no producer's own. */
    Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(settings.others());
        client.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return client;
    }

    /** The settings of the serde. */
    Map<String, Object> serde() {
        Map<String, Object> serde = new HashMap<>(settings.others());
        serde.put(RegistrySettings.URL, settings.getString(RegistrySettings.URL));
        return serde;
    }

    /** How long an outage is waited for. */
    Duration deliveryTimeout() {
        return Duration.ofMillis(settings.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    }

    /** The largest record that Kafka's producer takes, in bytes. */
    int largestRecord() {
        return settings.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
    }
}
