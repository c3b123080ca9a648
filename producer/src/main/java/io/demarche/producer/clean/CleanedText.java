package io.demarche.producer.clean;

import io.demarche.text.Damage;
import java.util.Set;

/**
 * An article's text after cleaning.
 *
 * @param title one line; empty where there is none
 * @param body lines without stray whitespace, at most one empty line between two; empty where nothing was left
 * @param truncated whether a paywall's notice was taken away, so that the text is not whole
 * @param mended what was damaged, in title or body
 */
public record CleanedText(String title, String body, boolean truncated, Set<Damage> mended) {
    public CleanedText {
        mended = Set.copyOf(mended);
    }

    /** A text in which nothing was damaged. */
    public CleanedText(String title, String body, boolean truncated) {
        this(title, body, truncated, Set.of());
    }
}
