package io.demarche.coder.actor;

import io.demarche.coder.lexicon.WordClasses;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom an article is about: how often it has spoken of each state so far, and of which two in one sentence. */
final class Prominence {
    private static final Set<String> NO_STATES = WordClasses.set("no-state-codes");
    private static final int AS_SUBJECT = 2;
    /** So many times as often must one state have been spoken of to be meant rather than another. */
    private static final int CLEARLY = 2;
    /** A sentence that names more is a list. */
    private static final int MOST_TOGETHER = 6;

    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<Pair, Integer> together = new HashMap<>();
    private final Set<String> ofSentence = new LinkedHashSet<>();

    /** Two states, in the order of their codes. */
    private record Pair(String one, String two) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }

        boolean has(String code) {
            return one.equals(code) || two.equals(code);
        }

        String other(String code) {
            return one.equals(code) ? two : one;
        }
    }

    /** Whether the code is that of a state rather than of an organisation. */
    static boolean isState(String code) {
        return !NO_STATES.contains(code);
    }

    void startSentence() {
        ofSentence.clear();
    }

    void note(String code, boolean subject) {
        weights.merge(code, subject ? AS_SUBJECT : 1, Integer::sum);
        if (ofSentence.size() < MOST_TOGETHER && !ofSentence.contains(code)) {
            ofSentence.forEach(other -> together.merge(Pair.of(code, other), 1, Integer::sum));
            ofSentence.add(code);
        }
    }

    int weight(String code) {
        return weights.getOrDefault(code, 0);
    }

    /** In how many sentences the two were spoken of together. */
    int together(String a, String b) {
        return together.getOrDefault(Pair.of(a, b), 0);
    }

    /** Whether the article has spoken far more of the first than of the second. */
    boolean outweighs(String code, String other) {
        return weight(code) > CLEARLY * weight(other);
    }

    /** Whether the article has spoken of the first two together far more often than of the others. */
    boolean outweighs(List<String> two, List<String> others) {
        return together(two.get(0), two.get(1)) >= CLEARLY * together(others.get(0), others.get(1));
    }

    /** Those two of the codes of which the article has most often spoken together; the first two where that is none. */
    List<String> closest(List<String> codes) {
        List<String> best = codes.subList(0, 2);
        for (int i = 0; i < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                if (together(codes.get(i), codes.get(j)) > together(best.get(0), best.get(1))) {
                    best = List.of(codes.get(i), codes.get(j));
                }
            }
        }
        return best;
    }

    /** The state of which it has spoken most; empty where it has spoken of none. */
    Optional<String> main() {
        return weights.keySet().stream()
                .filter(Prominence::isState)
                .min(Comparator.comparingInt(this::weight).reversed().thenComparing(Comparator.naturalOrder()));
    }

    /** With whom of all states it has most often spoken of this one together; itself where with none. */
    String partner(String code) {
        return together.keySet().stream()
                .filter(pair -> pair.has(code) && isState(pair.other(code)))
                .max(Comparator.<Pair>comparingInt(together::get).thenComparing(pair -> pair.other(code)))
                .map(pair -> pair.other(code))
                .orElse(code);
    }
}
