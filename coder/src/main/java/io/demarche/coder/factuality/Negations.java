package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** Finds out where a sentence says that something is not so. */
final class Negations {
    private static final Set<String> NEGATIONS = WordClasses.set("negations");

    private static final Set<String> NOBODY = WordClasses.set("negative-pronouns");

    private final ParsedSentence s;

    Negations(ParsedSentence s) {
        this.s = s;
    }

    /** Whether the word itself is negated: "did not expel", "no expulsion". */
    boolean isNegated(int token) {
        for (int c : s.children(token)) {
            String word = lower(s, c);
            if (s.label(c).equals(Label.NEG)
                    || NEGATIONS.contains(word)
                    || s.label(c).equals(Label.DET) && word.equals("no") && isNoun(s, token)
                    || word.equals("longer")
                            && s.label(c).equals(Label.ADVMOD)
                            && c > 0
                            && lower(s, c - 1).equals("no")) {
                return true;
            }
        }
        int head = s.head(token);
        return s.tag(token).equals(Tag.VBG) && head >= 0 && head < token && isDenied(head, token);
    }

    /** "is not actively considering": the auxiliary bears the negation, and may be parsed as the verb above. */
    private boolean isDenied(int auxiliary, int participle) {
        if (!lemma(s, auxiliary).equals("be")) {
            return false;
        }
        boolean negated = false;
        for (int i = auxiliary + 1; i < participle; i++) {
            if (s.head(i) != auxiliary && s.head(i) != participle || !s.tag(i).startsWith(Tag.RB)) {
                return false;
            }
            negated |= NEGATIONS.contains(lower(s, i));
        }
        return negated;
    }

    /** "was not promoted or even defended": the negation bears on both. */
    boolean isSharedWith(int conjunct) {
        int first = s.head(conjunct);
        if (!s.label(conjunct).equals(Label.CONJ) && !s.label(conjunct).equals(Label.ADVCL)) {
            return false;
        }
        boolean alternative = false;
        for (int c : s.children(first, Label.CC)) {
            alternative |= c < conjunct && lower(s, c).equals("or");
        }
        return alternative
                && isNegated(first)
                && !s.hasChild(conjunct, Label.NSUBJ)
                && !s.hasChild(conjunct, Label.AUX);
    }

    /** "No diplomat was expelled", "none of them was", "neither expelled nor warned". */
    boolean isOfNobody(int verb) {
        for (int c : s.children(verb)) {
            String label = s.label(c);
            boolean party = label.startsWith(Label.NSUBJ) || label.equals(Label.DOBJ);
            if (party && (isNoun(s, c) && isNegated(c) || NOBODY.contains(lower(s, c)))
                    || label.equals(Label.PRECONJ) && lower(s, c).equals("neither")) {
                return true;
            }
        }
        if (!s.label(verb).equals(Label.CONJ)) {
            return false;
        }
        for (int c : s.children(s.head(verb), Label.CC)) {
            if (c < verb && lower(s, c).equals("nor")) {
                return true;
            }
        }
        return false;
    }
}
