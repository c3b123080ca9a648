package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.Party;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;
import java.util.Set;

/** What stands beside an act without being acted upon: circumstances, and what the act answers. */
final class Adjuncts {
    /** Prepositions of circumstance: who stands behind them is not the other side of what was done. */
    private static final Set<String> CIRCUMSTANCE = WordClasses.set("circumstance-prepositions");

    private static final Set<String> ANSWERS = WordClasses.set("answer-nouns");
    private static final Set<String> EXCEPTIONS = WordClasses.set("aside-nouns");
    private static final Set<String> WHERE_IT_WAS_SAID = WordClasses.set("publication-nouns");

    private final ParsedSentence s;
    private final EventNouns eventNouns;

    Adjuncts(ParsedSentence s, EventNouns eventNouns) {
        this.s = s;
        this.eventNouns = eventNouns;
    }

    /** Whether the token is a preposition of circumstance: "amid", "with the exception of", "in an interview". */
    boolean isCircumstance(int token) {
        if (!s.label(token).equals(Label.PREP)) {
            return false;
        }
        String preposition = lemma(s, token);
        if (CIRCUMSTANCE.contains(preposition)) {
            return true;
        }
        int object = s.child(token, Label.POBJ);
        String noun = object < 0 ? "" : lemma(s, object);
        return preposition.equals("with") && EXCEPTIONS.contains(noun)
                || preposition.equals("in") && WHERE_IT_WAS_SAID.contains(noun);
    }

    /** "in retaliation for", whichever of the two prepositions the token is, or the noun between them. */
    boolean isAnswer(int token) {
        if (ANSWERS.contains(lemma(s, token)) || token > 0 && ANSWERS.contains(lemma(s, token - 1))) {
            return true;
        }
        int object = s.child(token, Label.POBJ);
        return object >= 0 && ANSWERS.contains(lemma(s, object));
    }

    /** Whether the noun behind a preposition has no part in the act itself: "in retaliation", "with the exception of", "with the backing of". */
    boolean isBeside(int noun) {
        return ANSWERS.contains(lemma(s, noun)) || s.head(noun) >= 0 && isCircumstance(s.head(noun));
    }

    /** "sank it in retaliation for a Chadian raid on a Kenyan port": who did what is answered. */
    List<Party> answered(int preposition) {
        int deed = s.child(preposition, Label.POBJ);
        return deed < 0 ? List.of() : eventNouns.owner(deed);
    }
}
