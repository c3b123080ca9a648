package io.demarche.coder.attribute;

import io.demarche.coder.clause.Words;
import io.demarche.coder.date.Numbers;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Hours given to comply: "48 hours to leave", "within 72 hours", "a week to go". */
public final class Deadline {
    private static final Map<String, Integer> HOURS = Map.of("hour", 1, "day", 24, "week", 168, "month", 720);
    private static final Set<String> LEAVE = WordClasses.set("leaving-verbs");

    private Deadline() {}

    /** The first deadline in the sentence. */
    public static OptionalInt find(ParsedSentence s) {
        for (int i = 0; i + 1 < s.size(); i++) {
            OptionalInt number = Numbers.parse(s.form(i));
            if (number.isEmpty() || number.getAsInt() > 10_000) {
                continue;
            }
            int at = s.form(i + 1).equals("-") && i + 2 < s.size() ? i + 2 : i + 1;
            Integer unit = HOURS.get(Words.lemma(s, at));
            if (unit != null && isDeadline(s, i, at)) {
                return OptionalInt.of(number.getAsInt() * unit);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isDeadline(ParsedSentence s, int number, int unit) {
        String before = number > 0 ? Words.lower(s, number - 1) : "";
        if (before.equals("within")) {
            return true;
        }
        for (int i = unit + 1; i < Math.min(s.size(), unit + 4); i++) {
            String lemma = Words.lemma(s, i);
            if (LEAVE.contains(lemma) && Words.lower(s, i - 1).equals("to")
                    || lemma.equals("deadline")
                    || lemma.equals("ultimatum")
                    || lemma.equals("notice")) {
                return true;
            }
        }
        return before.equals("in") && number > 1 && LEAVE.contains(Words.lemma(s, number - 2));
    }
}
