package io.demarche.kafka.serde;

import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * The serde's settings, named as Confluent names them; {@link #DEFINITION} says what each means.
 *
 * @param key whether it serves record keys; values otherwise
 * @param autoRegister whether an unknown schema is registered
 * @param useLatest whether to write with the subject's latest schema
 * @param removeJavaProperties whether to register without {@code avro.java.string}
 * @param type the class to read; empty where the writer's schema names it
 */
public record SerdeSettings(
        boolean key,
        boolean autoRegister,
        boolean useLatest,
        boolean removeJavaProperties,
        Optional<Class<? extends SpecificRecord>> type) {
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";

    private static final String AUTO_REGISTER = "auto.register.schemas";
    private static final String USE_LATEST = "use.latest.version";
    private static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";
    private static final Rule NAMED_BY_TOPIC =
            Rule.matching(TOPIC_NAME_STRATEGY, strategy -> strategy.endsWith(TOPIC_NAME_STRATEGY));

    /** Every setting of the serde. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    AUTO_REGISTER,
                    Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Whether to register a schema that the subject does not hold.")
            .define(
                    USE_LATEST,
                    Type.BOOLEAN,
                    false,
                    Importance.MEDIUM,
                    "Whether to write with the subject's latest schema; counts only with " + AUTO_REGISTER + "=false.")
            .define(
                    REMOVE_JAVA_PROPERTIES,
                    Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Whether to register schemas without avro.java.string.")
            .define(
                    SPECIFIC_READER,
                    Type.BOOLEAN,
                    true,
                    Rule.matching("true", value -> Boolean.parseBoolean(value)),
                    Importance.LOW,
                    "Whether records are of generated classes: this serde reads no others.")
            .define(
                    VALUE_TYPE,
                    Type.STRING,
                    null,
                    Importance.LOW,
                    "Class of the record to read from values; the name in the writer's schema where there is none.")
            .define(KEY_TYPE, Type.STRING, null, Importance.LOW, "The same for keys.")
            .define(
                    "value.subject.name.strategy",
                    Type.STRING,
                    TOPIC_NAME_STRATEGY,
                    NAMED_BY_TOPIC,
                    Importance.LOW,
                    "How subjects are named: by topic, as TOPIC-value.")
            .define(
                    "key.subject.name.strategy",
                    Type.STRING,
                    TOPIC_NAME_STRATEGY,
                    NAMED_BY_TOPIC,
                    Importance.LOW,
                    "How subjects are named: by topic, as TOPIC-key.");

    /** @throws DemarcheException where a setting is wrong or not supported; the message names it */
    static SerdeSettings from(Map<String, ?> config, boolean isKey) {
        Settings settings = Settings.read(DEFINITION, named(config));
        return new SerdeSettings(
                isKey,
                settings.getBoolean(AUTO_REGISTER),
                settings.getBoolean(USE_LATEST),
                settings.getBoolean(REMOVE_JAVA_PROPERTIES),
                settings.text(isKey ? KEY_TYPE : VALUE_TYPE).map(name -> type(isKey ? KEY_TYPE : VALUE_TYPE, name)));
    }

    /** The subject of a topic: its name and {@code -key} or {@code -value}. */
    String subject(String topic) {
        return topic + (key ? "-key" : "-value");
    }

    private static Class<? extends SpecificRecord> type(String setting, String name) {
        try {
            return load(name).asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new DemarcheException("setting " + setting + ": '" + name + "' is no generated Avro record", e);
        }
    }

    static Class<?> load(String className) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Class.forName(className, true, context == null ? SerdeSettings.class.getClassLoader() : context);
    }

    /** Classes may come as themselves. */
    private static Map<String, Object> named(Map<String, ?> config) {
        Map<String, Object> named = new HashMap<>();
        DEFINITION.names().forEach(name -> {
            Object value = config.get(name);
            named.put(name, value instanceof Class<?> type ? type.getName() : value);
        });
        return named;
    }
}
