package io.demarche.coder.parse;

import java.util.Locale;

/** The dictionary form of a word. */
public final class Lemmatizer {
    private Lemmatizer() {}

    public static Lemmatizer load() {
        return new Lemmatizer();
    }

    public String lemma(String form, String tag) {
        return form.toLowerCase(Locale.ROOT);
    }
}
