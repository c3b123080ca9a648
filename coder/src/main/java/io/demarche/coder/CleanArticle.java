package io.demarche.coder;

import io.demarche.text.MendedText;
import io.demarche.text.TextMender;

/**
 * An article as it is read.
 *
 * @param given as it came; the offsets of quotes point into its body
 * @param article the same, its text mended where it was damaged
 * @param body the mended body, with the way back to the given one
 */
record CleanArticle(Article given, Article article, MendedText body) {
    static CleanArticle of(Article given, TextMender mender) {
        MendedText body = mender.mend(given.body());
        return new CleanArticle(given, given.withText(mender.mend(given.title()).text(), body.text()), body);
    }
}
