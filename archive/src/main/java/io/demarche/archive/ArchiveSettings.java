package io.demarche.archive;

import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * Where the archive reads and how. Settings bear the names of Kafka's consumer; what {@link #DEFINITION} does not know goes to
 * it and to the serde as it is.
 */
public final class ArchiveSettings {
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
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    Type.STRING,
                    "demarche-archive",
                    Importance.LOW,
                    "How the broker's logs and quotas call the archive.")
            .define(
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    Type.INT,
                    2_000,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How many records at most are written in one transaction.")
            .define(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    Type.STRING,
                    "earliest",
                    Rule.oneOf("earliest"),
                    Importance.LOW,
                    "Where to go on where the topic has lost the place: anything else would leave records out.")
            .define(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    Type.STRING,
                    "read_committed",
                    Rule.oneOf("read_committed"),
                    Importance.LOW,
                    "Which records are read: anything else could keep some that never were.")
            .define(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    Type.BOOLEAN,
                    false,
                    Rule.oneOf("false"),
                    Importance.LOW,
                    "Whether Kafka keeps the offsets: the database does, with the rows.");

    private final Settings settings;

    private ArchiveSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * These servers with further settings.
     *
     * @throws DemarcheException naming the setting that is missing, wrong or decided elsewhere
     */
    public static ArchiveSettings of(
            String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
        Settings.refuse(
                properties,
                "cannot be set as a further property of the archive",
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                RegistrySettings.URL,
                ConsumerConfig.GROUP_ID_CONFIG,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        Map<String, String> all = new HashMap<>(properties);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(RegistrySettings.URL, schemaRegistryUrl);
        return new ArchiveSettings(Settings.read(DEFINITION, all));
    }

    /** The brokers. */
    String bootstrapServers() {
        return settings.getString(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** The settings of Kafka's consumer. */
    Map<String, Object> kafka() {
        Map<String, Object> kafka = new HashMap<>(settings.others());
        kafka.putAll(settings.known());
        kafka.remove(RegistrySettings.URL);
        return kafka;
    }

    /** The settings of the serde. */
    Map<String, Object> serde() {
        Map<String, Object> serde = new HashMap<>(settings.others());
        serde.put(RegistrySettings.URL, settings.getString(RegistrySettings.URL));
        return serde;
    }
}
