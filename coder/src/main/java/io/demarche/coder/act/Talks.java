package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Set;

/** Talks that whoever speaks had: "Oslo's minister said after talks with his Chadian counterpart". */
public final class Talks {
    private static final Set<String> WHEN = WordClasses.set("occasion-prepositions");
    private static final Set<String> TELLING = WordClasses.set("telling-verbs");

    private Talks() {}

    /** Whether the noun's talks are those that the subject of the verb above came from, or spoke in. */
    public static boolean isHeldByTeller(ParsedSentence s, ActRule rule, int noun) {
        int when = s.head(noun);
        if (!rule.is(ActClass.CONSULTATION)
                || when < 1
                || !s.label(noun).equals(Label.POBJ)
                || !WHEN.contains(lemma(s, when))) {
            return false;
        }
        int above = s.head(when);
        if (above < 0) {
            return false;
        }
        boolean setOff = s.form(when - 1).equals(",")
                && s.label(above).equals(Label.NSUBJ); // "the king, in talks with Chad, agreed"
        int verb = setOff ? s.head(above) : above;
        return verb >= 0
                && isVerb(s, verb)
                && TELLING.contains(lemma(s, verb))
                && !s.hasChild(verb, Label.NEG)
                && !Clauses.isPassive(s, verb);
    }
}
