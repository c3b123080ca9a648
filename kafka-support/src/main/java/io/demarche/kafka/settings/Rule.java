package io.demarche.kafka.settings;

import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** What a setting's value must be, in words that complete "the setting must be …". A value that is absent keeps every rule. */
public final class Rule implements ConfigDef.Validator {
    private final String words;
    private final String complaint;
    private final Predicate<Object> holds;

    private Rule(String words, String complaint, Predicate<Object> holds) {
        this.words = words;
        this.complaint = complaint;
        this.holds = holds;
    }

    private Rule(String words, Predicate<Object> holds) {
        this(words, "must be " + words, holds);
    }

    /** A whole number of at least this much. */
    public static Rule atLeast(long least) {
        return new Rule("at least " + least, value -> ((Number) value).longValue() >= least);
    }

    /** One of these words, in capitals or not. */
    public static Rule oneOf(String... words) {
        return new Rule(
                String.join(", ", words).replaceFirst(", (?=[^,]*$)", " or "),
                value -> Arrays.stream(words)
                        .anyMatch(word -> word.equalsIgnoreCase(value.toString().strip())));
    }

    /** Text that is more than blanks. */
    public static Rule notBlank() {
        return new Rule(
                "not empty", "must not be empty", value -> !value.toString().isBlank());
    }

    /** Text of which something holds. */
    public static Rule matching(String words, Predicate<String> holds) {
        return new Rule(
                words,
                value -> holds.test((value instanceof Password secret ? secret.value() : value.toString()).strip()));
    }

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (value != null && !holds.test(value)) {
            throw new ConfigException(name, value, complaint);
        }
    }

    /** The words, as pages on settings show them. */
    @Override
    public String toString() {
        return words;
    }
}
