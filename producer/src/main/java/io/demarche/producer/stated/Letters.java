package io.demarche.producer.stated;

import java.util.Locale;

/** What is left of a headline to compare it with another. */
public final class Letters {
    private Letters() {}

    /** Its letters and figures in lower case, without blanks and marks. */
    public static String of(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
