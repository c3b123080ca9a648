package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.parse.TokenRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells whether the words that a rule wants in a trigger's clause stand there, and those that it forbids do not. */
final class Surroundings {
    private static final String INFINITIVE = "+infinitive";
    private static final Set<String> COMPLEMENTS =
            Set.of(Label.XCOMP, Label.CCOMP, Label.ADVCL, Label.RELCL, Label.ACL);

    private final ParsedSentence s;
    /** All of the sentence: most of the words that rules ask for are not among them. */
    private final Set<String> lemmas = new HashSet<>();

    Surroundings(ParsedSentence s) {
        this.s = s;
        for (int i = 0; i < s.size(); i++) {
            lemmas.add(lemma(s, i));
        }
    }

    boolean fit(ActRule rule, TriggerWord trigger) {
        boolean alone = rule.isBySpeaker() || !trigger.noun() || trigger.carrier() < 0;
        int top = alone ? trigger.token() : trigger.carrier();
        top = s.tag(top).equals(Tag.MD) && s.head(top) >= 0 ? s.head(top) : top;
        TokenRange range = s.subtree(top);
        return (rule.with().isEmpty() || anyStands(rule.with(), trigger, range))
                && !anyStands(rule.without(), trigger, range);
    }

    private boolean anyStands(List<List<List<String>>> alternatives, TriggerWord trigger, TokenRange range) {
        for (List<List<String>> sequences : alternatives) {
            boolean infinitive =
                    sequences.size() == 1 && sequences.get(0).get(0).equals(INFINITIVE);
            if (infinitive ? hasInfinitive(trigger.token()) : allStand(sequences, range)) {
                return true;
            }
        }
        return false;
    }

    private boolean allStand(List<List<String>> sequences, TokenRange range) {
        for (List<String> words : sequences) {
            if (!lemmas.contains(words.get(0)) || !stands(words, range)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasInfinitive(int token) {
        for (int c : s.children(token)) {
            if (COMPLEMENTS.contains(s.label(c)) && isVerb(s, c)) {
                for (int aux : s.children(c, Label.AUX)) {
                    if (lemma(s, aux).equals("to")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean stands(List<String> words, TokenRange range) {
        for (int i = range.begin(); i + words.size() <= range.end(); i++) {
            boolean all = true;
            for (int k = 0; k < words.size() && all; k++) {
                all = lemma(s, i + k).equals(words.get(k));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}
