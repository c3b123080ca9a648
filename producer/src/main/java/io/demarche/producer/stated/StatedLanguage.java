package io.demarche.producer.stated;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language that somebody says a text is in. */
public final class StatedLanguage {
    private static final Pattern TAG = Pattern.compile("([a-zA-Z]{2})(?:[-_].*)?");

    private StatedLanguage() {}

    /** Its code of ISO 639-1, of a tag such as {@code en-GB}; empty where it is none. */
    public static Optional<String> of(@Nullable String stated) {
        return Optional.ofNullable(stated)
                .map(text -> TAG.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT));
    }
}
