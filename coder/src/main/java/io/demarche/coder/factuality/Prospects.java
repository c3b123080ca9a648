package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.EnumSet;
import java.util.Set;

/** What shows that something is still to come where its own words show no future. */
final class Prospects {
    private static final Set<String> WHEN = WordClasses.set("future-conjunctions");
    private static final Set<String> PRESENT = Set.of(Tag.VBZ, Tag.VBP);
    private static final Set<Stance> AHEAD = EnumSet.of(Stance.INTEND, Stance.THREATEN);
    private static final String PENDING = "under";
    private static final Set<String> TALKED_OVER = WordClasses.set("deliberation-nouns");

    private final ParsedSentence s;
    private final Governors governors;

    Prospects(ParsedSentence s, Governors governors) {
        this.s = s;
        this.governors = governors;
    }

    /** "He will explain it when he visits Peru": a clause of time in the present tense tells what is yet to be. */
    boolean isWhenItComes(int clause) {
        if (!PRESENT.contains(s.tag(clause)) || s.hasChild(clause, Label.AUX) || s.hasChild(clause, Label.AUXPASS)) {
            return false;
        }
        int head = s.head(clause);
        if (head >= 0 && head < clause && WHEN.contains(lower(s, head))) {
            return true;
        }
        for (int c : s.children(clause)) {
            boolean opens = s.label(c).equals(Label.MARK) || s.label(c).equals(Label.ADVMOD);
            if (c < clause && opens && WHEN.contains(lower(s, c))) {
                return true;
            }
        }
        return false;
    }

    /** "A visit is planned", "the talks will begin on Friday", "a visit is under consideration". */
    boolean isSaidToBeAhead(int subject, int verb) {
        if (!isNoun(s, subject)) {
            return false;
        }
        for (int c : s.children(verb)) {
            if (s.label(c).equals(Label.AUX) && Auxiliaries.FUTURE.contains(lower(s, c))) {
                return true;
            }
            int object = s.label(c).equals(Label.PREP) && lower(s, c).equals(PENDING) ? s.child(c, Label.POBJ) : -1;
            if (object >= 0 && TALKED_OVER.contains(lemma(s, object))) {
                return true;
            }
        }
        return s.label(subject).equals(Label.NSUBJPASS)
                && governors.stance(verb).filter(AHEAD::contains).isPresent();
    }
}
