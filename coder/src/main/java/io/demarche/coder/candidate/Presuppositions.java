package io.demarche.coder.candidate;

import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.act.Trigger;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** Acts, above all wars and attacks, that a sentence takes for granted to tell something else. */
final class Presuppositions {
    private static final Set<String> EARLIER_OR_LATER = WordClasses.set("taken-for-granted-conjunctions");

    private static final int DEEPEST = 6;
    private static final Set<String> FRINGES = WordClasses.set("fringe-nouns");

    private Presuppositions() {}

    /** "Kenya's war against Chad has hurt trade", "before Kenya invaded Chad"; but "a Kenyan raid on Chad killed nine". */
    static boolean has(Reading reading, Candidate candidate) {
        ParsedSentence s = reading.tree();
        Trigger trigger = candidate.trigger();
        if (trigger.noun() && isOnFringes(s, trigger.token())) {
            return true;
        }
        if (!trigger.rule().is(ActClass.FORCE)) {
            return false;
        }
        return trigger.noun()
                ? (candidate.factuality().background() || isAside(s, trigger.token()))
                        && !Tenses.isNounOfPast(s, trigger.token())
                        && !goesOn(reading, trigger.token())
                : isBound(s, trigger.token()) || isReproach(reading, trigger.token());
    }

    /** "They met on the sidelines of the summit": of the two meetings the other is told. */
    private static boolean isOnFringes(ParsedSentence s, int noun) {
        int preposition = s.head(noun);
        int above = preposition < 0 ? -1 : s.head(preposition);
        return above >= 0 && s.label(noun).equals(Label.POBJ) && FRINGES.contains(Words.lemma(s, above));
    }

    /** "with the effects of Kenya's war against Chad, trade suffers", "issues, including Kenya's war against Chad". */
    private static boolean isAside(ParsedSentence s, int noun) {
        int first = noun;
        for (int i = 0; i < DEEPEST && s.label(first).equals(Label.CONJ) && Words.isNoun(s, s.head(first)); i++) {
            first = s.head(first);
        }
        int preposition = s.head(first);
        if (preposition < 0 || !s.label(first).equals(Label.POBJ)) {
            return false;
        }
        int above = s.head(preposition);
        return lower(s, preposition).equals("including")
                || above >= 0 && !Words.isVerb(s, preposition) && Words.isNoun(s, above);
    }

    /** "The invasion has begun", "the shelling continues": that the attack takes place is what is told. */
    private static boolean goesOn(Reading reading, int noun) {
        int verb = reading.tree().head(noun);
        return verb >= 0
                && !reading.tree().hasChild(verb, Label.DOBJ)
                && reading.stances().stance(verb).orElse(null) == Stance.DO;
    }

    /** "apologised for Kenya bombing the port": the bombing is what is apologised for. */
    private static boolean isReproach(Reading reading, int verb) {
        ParsedSentence s = reading.tree();
        int head = s.head(verb);
        return head >= 0
                && s.label(verb).equals(Label.ADVCL)
                && s.tag(verb).equals(Tag.VBG)
                && reading.stances().stance(head).filter(Stance.JUDGE::equals).isPresent()
                && s.children(head, Label.PREP).length > 0
                && s.subtree(s.children(head, Label.PREP)[0]).end() <= verb;
    }

    private static boolean isBound(ParsedSentence s, int verb) {
        if (!s.label(verb).equals(Label.ADVCL) && !s.label(verb).equals(Label.PCOMP)) {
            return false;
        }
        int mark = s.child(verb, Label.MARK);
        int word = mark >= 0 ? mark : s.head(verb);
        return word >= 0 && EARLIER_OR_LATER.contains(lower(s, word));
    }
}
