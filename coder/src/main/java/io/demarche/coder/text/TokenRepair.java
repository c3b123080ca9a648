package io.demarche.coder.text;

import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes apart what OpenNLP's tokenizer leaves together: clitics, opening quotes, final full stops and commas. The parser
 * was trained on tokens cut by these very rules: a change to them makes its model worse.
 */
final class TokenRepair {
    private static final Pattern CLITIC = Pattern.compile("(?i)^(.+?)('s|'re|'ve|'ll|'d|'m|n't)$");
    private static final Pattern LONE_CLITIC = Pattern.compile("(?i)'(s|re|ve|ll|d|m|t|em|'|\\d0s)");
    private static final Pattern INITIALS = Pattern.compile("(?:[A-Za-z]\\.)+[A-Za-z]");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Gen.", "Col.", "Lt.", "Sen.", "Rep.", "Gov.", "Jan.", "Feb.", "Mar.",
            "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "Inc.", "Co.", "Corp.", "Ltd.", "No.", "vs.",
            "etc.", "Jr.", "Sr.", "Prof.", "Capt.", "Sgt.", "Maj.");
    private static final String MARKS = "\",;?!)";

    private TokenRepair() {}

    /** Whether the text is initials without their last full stop: {@code U.N}. */
    static boolean isInitials(String text) {
        return text.length() > 2
                && text.charAt(1) == '.'
                && INITIALS.matcher(text).matches();
    }

    /**
     * Splits {@code text[from, to)} and hands the end of each piece to {@code ends}, from left to right.
     *
     * @param last whether it ends the sentence, so that its full stop is the sentence's
     */
    static void split(String text, int from, int to, boolean last, IntConsumer ends) {
        int begin = from;
        while (opensWithQuote(text, begin, to)) {
            ends.accept(++begin);
        }
        splitEnd(text, begin, to, last, ends);
    }

    private static boolean opensWithQuote(String text, int begin, int to) {
        char first = text.charAt(begin);
        return to - begin > 1
                && (first == '\'' || first == '"')
                && !LONE_CLITIC.matcher(text).region(begin, to).matches();
    }

    private static void splitEnd(String text, int from, int to, boolean last, IntConsumer ends) {
        int length = to - from;
        char end = text.charAt(to - 1);
        if (isLetters(text, from, to) && !isCannot(text, from, to)) {
            ends.accept(to);
        } else if (length > 3 && text.startsWith("...", to - 3) && text.charAt(from) != '.') {
            split(text, from, to - 3, false, ends);
            ends.accept(to);
        } else if (length > 1 && MARKS.indexOf(end) >= 0 && Character.isLetterOrDigit(text.charAt(to - 2))) {
            split(text, from, to - 1, false, ends);
            ends.accept(to);
        } else if (length > 3 && end == '-' && isName(text, from, to - 1)) {
            ends.accept(to - 1); // "Chadian-|led", which the tokenizer cuts only once
            ends.accept(to);
        } else if (last
                && length > 2
                && end == '.'
                && text.indexOf('.', from) == to - 1
                && !ABBREVIATIONS.contains(text.substring(from, to))) {
            split(text, from, to - 1, false, ends);
            ends.accept(to);
        } else if (isCannot(text, from, to)) {
            ends.accept(from + 3);
            ends.accept(to);
        } else {
            splitClitic(text, from, to, ends);
        }
    }

    private static void splitClitic(String text, int from, int to, IntConsumer ends) {
        Matcher clitic = CLITIC.matcher(text).region(from, to);
        if (clitic.matches()) {
            split(text, from, clitic.end(1), false, ends);
            ends.accept(to);
        } else if (to - from > 2 && text.startsWith("s'", to - 2)) {
            ends.accept(to - 1);
            ends.accept(to);
        } else {
            ends.accept(to);
        }
    }

    /** A capital and small letters: of other words the training text kept the hyphen. */
    private static boolean isName(String text, int from, int to) {
        return Character.isUpperCase(text.charAt(from)) && Character.isLetter(text.charAt(to - 1));
    }

    private static boolean isCannot(String text, int from, int to) {
        return to - from == 6 && text.regionMatches(true, from, "cannot", 0, 6);
    }

    /** Only letters: no rule but the one for "cannot" can touch it. */
    private static boolean isLetters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
