package io.demarche.kafka.serde;

import io.demarche.schemas.DemarcheException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The serde's settings, named as Confluent names them.
 *
 * @param key whether it serves record keys; values otherwise
 * @param autoRegister {@code auto.register.schemas}, default true: an unknown schema is registered
 * @param useLatest {@code use.latest.version}, default false: write with the subject's latest schema. Counts only where
 *     autoRegister is off
 * @param removeJavaProperties {@code avro.remove.java.properties}, default false: register without
 *     {@code avro.java.string}
 * @param type {@code specific.avro.value.type} (or {@code .key.type}): the class to read; by default the writer's schema
 *     names it
 */
record SerdeSettings(
        boolean key,
        boolean autoRegister,
        boolean useLatest,
        boolean removeJavaProperties,
        Optional<Class<? extends SpecificRecord>> type) {
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";

    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

    /** @throws DemarcheException where a setting is wrong or not supported; the message names it */
    static SerdeSettings from(Map<String, ?> config, boolean isKey) {
        String strategySetting = (isKey ? "key" : "value") + ".subject.name.strategy";
        Object strategy = config.get(strategySetting);
        if (strategy != null && !name(strategy).endsWith(TOPIC_NAME_STRATEGY)) {
            throw new DemarcheException("setting " + strategySetting + ": only " + TOPIC_NAME_STRATEGY
                    + " is supported, not '" + name(strategy) + "'");
        }
        if (!bool(config, SPECIFIC_READER, true)) {
            throw new DemarcheException(
                    "setting " + SPECIFIC_READER + "=false: this serde reads generated classes only");
        }
        return new SerdeSettings(
                isKey,
                bool(config, AUTO_REGISTER, true),
                bool(config, USE_LATEST, false),
                bool(config, REMOVE_JAVA_PROPERTIES, false),
                type(config, isKey ? KEY_TYPE : VALUE_TYPE));
    }

    /** The subject of a topic: its name and {@code -key} or {@code -value}. */
    String subject(String topic) {
        return topic + (key ? "-key" : "-value");
    }

    private static boolean bool(Map<String, ?> config, String name, boolean otherwise) {
        Object value = config.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new DemarcheException("setting " + name + " must be true or false, but is '" + value + "'");
        };
    }

    private static Optional<Class<? extends SpecificRecord>> type(Map<String, ?> config, String name) {
        Object value = config.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Class<?> type = value instanceof Class<?> given ? given : load(value.toString());
            return Optional.of(type.asSubclass(SpecificRecord.class));
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new DemarcheException("setting " + name + ": '" + name(value) + "' is no generated Avro record", e);
        }
    }

    static Class<?> load(String className) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Class.forName(className, true, context == null ? SerdeSettings.class.getClassLoader() : context);
    }

    private static String name(Object classOrName) {
        return classOrName instanceof Class<?> given ? given.getName() : classOrName.toString();
    }
}
