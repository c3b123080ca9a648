package io.demarche.producer.clean;

import java.util.regex.Pattern;

/**
 * One kind of line that is not the article's.
 *
 * @param kind what such lines are
 * @param zone where they stand
 * @param longest the longest line it is tried on, in characters: real paragraphs are longer, and no pattern meets a line
 *     on which it could run for long
 * @param pattern what the whole line must match
 */
record CleaningRule(Kind kind, Zone zone, int longest, Pattern pattern) {

    /** What a line is, when it is not the article. */
    enum Kind {
        PAYWALL,
        COOKIES,
        NEWSLETTER,
        SHARING,
        BYLINE,
        ADVERTISEMENT,
        RELATED,
        COPYRIGHT
    }

    /** Where a line stands. */
    enum Zone {
        /** Anywhere. */
        ANY,
        /** Among the first lines. */
        HEAD,
        /** Among the last lines, or in the last sentences of the last of them. */
        TAIL
    }

    boolean matches(String line) {
        return line.length() <= longest && pattern.matcher(line).matches();
    }
}
