package io.demarche.kafka.settings;

import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Settings read by their definition. What the definition does not know is kept as {@link #others}.
 *
 * <pre>{@code
 * Settings settings = Settings.read(StreamsSettings.DEFINITION, Map.of("bootstrap.servers", "localhost:9092"));
 * Duration interval = settings.millis("commit.interval.ms");
 * }</pre>
 */
public final class Settings extends AbstractConfig {
    private final ConfigDef definition;

    private Settings(ConfigDef definition, Map<String, ?> given) {
        super(definition, given, false);
        this.definition = definition;
    }

    /**
     * Reads settings by name; what is absent or null has its default.
     *
     * @throws DemarcheException naming the setting that is missing or has a value it cannot have
     */
    public static Settings read(ConfigDef definition, Map<String, ?> given) {
        Map<String, Object> present = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value instanceof String text ? text.strip() : value);
            }
        });
        definition.configKeys().values().forEach(key -> check(key, present.get(key.name)));
        try {
            return new Settings(definition, present);
        } catch (ConfigException e) {
            throw new DemarcheException(e.getMessage(), e);
        }
    }

    /**
     * Keeps settings out that something else decides.
     *
     * @throws DemarcheException naming the first of the names that is set
     */
    public static void refuse(Map<String, ?> given, String why, String... names) {
        Arrays.stream(names).filter(given::containsKey).findFirst().ifPresent(name -> {
            throw new DemarcheException("setting " + name + " " + why);
        });
    }

    /** A number of milliseconds. */
    public Duration millis(String name) {
        return Duration.ofMillis(getLong(name));
    }

    /** Text, or what stands in a password; empty where it is absent or blank. */
    public Optional<String> text(String name) {
        Object value = get(name);
        return Optional.ofNullable(value instanceof Password password ? password.value() : (String) value)
                .filter(text -> !text.isBlank());
    }

    /** The constant that a word names, in capitals or not, with a hyphen for an underscore. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, getString(name).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the definition does not know, as it was given. */
    public Map<String, String> others() {
        Map<String, String> others = new TreeMap<>();
        originals().forEach((name, value) -> {
            if (!definition.names().contains(name)) {
                others.put(name, value.toString());
            }
        });
        return others;
    }

    /** What the definition knows and has a value, typed. */
    public Map<String, Object> known() {
        Map<String, Object> known = new TreeMap<>();
        values().forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    private static void check(ConfigKey key, @Nullable Object value) {
        if (value == null) {
            if (!key.hasDefault()) {
                throw new DemarcheException("setting " + key.name + " is missing: " + key.documentation);
            }
            return;
        }
        Object parsed;
        try {
            parsed = ConfigDef.parseType(key.name, value, key.type);
        } catch (ConfigException e) {
            throw wrong(key, "must be " + kind(key.type), value, e);
        }
        try {
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
        } catch (ConfigException e) {
            throw wrong(key, reason(key, parsed, e), value, e);
        }
    }

    private static DemarcheException wrong(ConfigKey key, String reason, Object value, ConfigException cause) {
        boolean secret = key.type == ConfigDef.Type.PASSWORD;
        boolean shown = !secret && !value.toString().isBlank();
        // Kafka's own sentence holds the value: it does not go along where that is a secret.
        return new DemarcheException(
                "setting " + key.name + " " + reason + (shown ? ", not '" + value + "'" : ""), secret ? null : cause);
    }

    /** What a validator says, without the name and the value, which Kafka puts before it. */
    private static String reason(ConfigKey key, @Nullable Object value, ConfigException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "is wrong");
        String before = "Invalid value " + value + " for configuration " + key.name + ": ";
        return message.startsWith(before) ? message.substring(before.length()) : message;
    }

    private static String kind(ConfigDef.Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INT, LONG, SHORT -> "a whole number";
            case DOUBLE -> "a number";
            case CLASS -> "a class on the class path";
            case LIST -> "a list, separated by commas";
            case STRING, PASSWORD -> "text";
        };
    }
}
