package io.demarche.coder;

import io.demarche.coder.clause.DateWords;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * "On Tuesday Peru's parliament ...": a date that opens a sentence, without the comma that many papers set. The parser takes day
 * and name for one name; with a comma, which stands where the blank does, it does not.
 */
final class FrontedDates {
    private static final Set<String> BEFORE = WordClasses.set("fronting-words");
    private static final Set<String> PARTS = WordClasses.set("date-parts");
    private static final Set<String> NEAR = Set.of("last", "this");
    private static final Set<String> UNITS = Set.of("week", "month", "year");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)?|(?:1[89]|20)\\d\\d");
    private static final int LONGEST = 8;

    private FrontedDates() {}

    static List<Token> withComma(List<Token> tokens) {
        int name = nameBehindDate(tokens);
        if (name < 0) {
            return tokens;
        }
        int blank = tokens.get(name - 1).end();
        List<Token> parted = new ArrayList<>(tokens);
        parted.add(name, new Token(",", blank, blank + 1));
        return parted;
    }

    /** Where a name follows the date that opens the sentence; -1 where none does, or not right behind a blank. */
    private static int nameBehindDate(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && at < LONGEST && BEFORE.contains(lower(tokens.get(at)))) {
            at++;
        }
        boolean dated = false;
        int first = at;
        while (at < tokens.size() && at < LONGEST && isPart(tokens.get(at))) {
            String word = lower(tokens.get(at));
            dated |= DateWords.weekday(word).isPresent()
                    || DateWords.month(word).isPresent()
                    || UNITS.contains(word) && at > 0 && NEAR.contains(lower(tokens.get(at - 1)))
                    || word.length() == 4 && NUMBER.matcher(word).matches();
            at++;
        }
        boolean fronted = dated && first > 0 && at > first && at < tokens.size();
        return fronted
                        && Character.isUpperCase(tokens.get(at).form().charAt(0))
                        && tokens.get(at).begin() > tokens.get(at - 1).end()
                ? at
                : -1;
    }

    private static boolean isPart(Token token) {
        String word = lower(token);
        return DateWords.weekday(word).isPresent()
                || DateWords.month(word).isPresent()
                || PARTS.contains(word)
                || NUMBER.matcher(word).matches();
    }

    private static String lower(Token token) {
        return token.form().toLowerCase(Locale.ROOT);
    }
}
