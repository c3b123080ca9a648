package io.demarche.coder.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the dateline that agencies put before the first sentence: place, day and agency before a dash, each of which
 * may be missing, as in "PARIS, Dec 27 (Agency) - " or "BAKU, Azerbaijan (Agency) — ".
 */
final class Dateline {
    private static final int LONGEST = 120;
    private static final String WORD = "\\p{Lu}[\\p{L}.'’-]*+";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]++";
    private static final String DAY =
            "(?:\\d{1,2}\\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?(?:\\s\\d{1,2})?(?:,?\\s\\d{4})?";
    private static final String AGENCY = "\\((?=\\p{Lu}|dpa|efe|ots)[^()]{1,40}\\)";
    private static final String DASH = "\\s?(?:--|[-–—])\\s";
    private static final String REGION = "(?:,\\s" + WORD + "(?:\\s" + WORD + "){0,2})?";

    private static final Pattern PATTERN = Pattern.compile(
            // a place in capitals needs nothing more
            "(?:" + CAPITALS + "(?:\\s" + CAPITALS + "){0,3}" + REGION + "(?:,?\\s" + DAY + ")?(?:,?\\s" + AGENCY + ")?"
                    + DASH
                    // any other place needs a day or an agency
                    + "|" + WORD + "(?:\\s" + WORD + "){0,3}" + REGION + "(?:,?\\s" + DAY + "(?:,?\\s" + AGENCY
                    + ")?|\\s" + AGENCY + ")" + DASH
                    + "|" + AGENCY + DASH + ")");

    private Dateline() {}

    /** Where the words after the dateline begin; {@code begin} where the paragraph opens with none. */
    static int end(String text, int begin, int end) {
        Matcher matcher = PATTERN.matcher(text).region(begin, Math.min(end, begin + LONGEST));
        return matcher.lookingAt() && matcher.end() < end ? skipSpace(text, matcher.end(), end, begin) : begin;
    }

    private static int skipSpace(String text, int from, int end, int otherwise) {
        int i = from;
        while (i < end && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i < end ? i : otherwise;
    }
}
