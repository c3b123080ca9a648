package io.demarche.coder.attribute;

import io.demarche.coder.actor.Spots;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.date.Numbers;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many were concerned.
 *
 * @param number at least 1
 * @param counted what is counted, as written, without the state: "embassy employees"
 */
public record Count(int number, String counted) {
    private static final Set<String> BEFORE = Set.of("nmod", "amod", "compound", "nn", "nummod", "det", "qmod", "poss");

    /** Reads the phrase of the object; empty where it does not say how many. */
    public static Optional<Count> of(ParsedSentence s, int object, Spots spots) {
        if (object < 0) {
            return Optional.empty();
        }
        int noun = Clauses.counted(s, object);
        if (!Words.isNoun(s, noun)) {
            return Optional.empty();
        }
        OptionalInt number = noun == object ? inside(s, noun) : outside(s, object);
        return number.isEmpty() || number.getAsInt() < 1
                ? Optional.empty()
                : Optional.of(new Count(number.getAsInt(), counted(s, noun, spots)));
    }

    /** "two French diplomats", "a diplomat". */
    private static OptionalInt inside(ParsedSentence s, int noun) {
        OptionalInt article = OptionalInt.empty();
        for (int c : s.children(noun)) {
            if (c < noun && BEFORE.contains(s.label(c))) {
                if (s.tag(c).equals("CD")) {
                    boolean compound =
                            c > 1 && s.form(c - 1).equals("-") && s.tag(c - 2).equals("CD");
                    return Numbers.parse(compound ? s.form(c - 2) + "-" + s.form(c) : s.form(c)); // "twenty-four"
                }
                String word = Words.lower(s, c);
                if ((word.equals("a") || word.equals("an") || word.equals("another"))
                        && !s.tag(noun).endsWith("S")) {
                    article = OptionalInt.of(1);
                }
            }
        }
        return article;
    }

    /** "two of Azerbaijan's diplomats". */
    private static OptionalInt outside(ParsedSentence s, int quantity) {
        return s.tag(quantity).equals("CD") ? Numbers.parse(s.form(quantity)) : OptionalInt.empty();
    }

    private static String counted(ParsedSentence s, int noun, Spots spots) {
        int begin = noun;
        for (int i = noun - 1; i >= 0 && s.isDescendant(i, noun); i--) {
            boolean word = Words.isNoun(s, i) || s.tag(i).startsWith("JJ");
            if (!word || spots.at(i) != null) {
                break;
            }
            begin = i;
        }
        return s.text(begin, noun + 1);
    }
}
