package io.demarche.coder.attribute;

import io.demarche.coder.actor.NameMentions;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.date.Numbers;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;
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
    private static final List<String> AMBASSADOR = List.of("ambassador");
    private static final List<String> ENVOYS = WordClasses.list("envoys");
    private static final String MISSION = "mission";
    private static final List<String> OF_A_MISSION = WordClasses.list("mission-prepositions");

    /** Reads the phrase of the object; empty where it neither says how many nor is about a single person. */
    public static Optional<Count> of(ParsedSentence s, int object, NameMentions names, NounReader nouns) {
        if (object < 0) {
            return Optional.empty();
        }
        int noun = Clauses.counted(s, object);
        if (!Words.isNoun(s, noun)) {
            return Optional.empty();
        }
        OptionalInt number = noun == object ? inside(s, noun) : outside(s, object);
        if (number.isPresent()) {
            return number.getAsInt() < 1
                    ? Optional.empty()
                    : Optional.of(new Count(number.getAsInt(), counted(s, noun, names, nouns)));
        }
        return noun == object && isOne(s, noun, nouns)
                ? Optional.of(new Count(1, counted(s, noun, names, nouns)))
                : Optional.empty();
    }

    /** "the German ambassador", of whom there is one; "the diplomat Jane Roe". */
    private static boolean isOne(ParsedSentence s, int noun, NounReader nouns) {
        if (!s.tag(noun).equals("NN")) {
            return false;
        }
        boolean named = noun + 1 < s.size() && s.tag(noun + 1).equals("NNP");
        return nouns.isAny(s, noun, named ? ENVOYS : AMBASSADOR);
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

    private static String counted(ParsedSentence s, int noun, NameMentions names, NounReader nouns) {
        int begin = noun;
        for (int i = noun - 1; i >= 0 && s.isDescendant(i, noun); i--) {
            boolean word = Words.isNoun(s, i) || s.tag(i).startsWith("JJ");
            if (!word || names.at(i) != null) {
                break;
            }
            begin = i;
        }
        String written = s.text(begin, noun + 1);
        return begin == noun ? ofMission(s, noun, nouns) + written : written;
    }

    /** "employees of the French embassy" are embassy employees; diplomats are diplomats. */
    private static String ofMission(ParsedSentence s, int noun, NounReader nouns) {
        if (nouns.entries(s, noun).stream().anyMatch(entry -> entry.needs().equals(MISSION))) {
            for (String preposition : OF_A_MISSION) {
                int place = Clauses.prepositional(s, noun, preposition);
                if (place >= 0 && nouns.isAny(s, place, List.of(MISSION))) {
                    return Words.lemma(s, place) + " ";
                }
            }
        }
        return "";
    }
}
