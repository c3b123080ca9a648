package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Stances;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Adjectives that say whether an act came to pass: "a planned visit", "an alleged attack", "it is unlikely that". */
final class Qualifiers {
    /** What is qualified so did not happen, for all the sentence knows. */
    static final Set<Stance> LEAVE_OPEN = EnumSet.of(Stance.DOUBT, Stance.ALLEGE, Stance.END);

    private static final Set<Stance> QUALIFYING =
            EnumSet.of(Stance.DOUBT, Stance.ALLEGE, Stance.END, Stance.INTEND, Stance.THREATEN);
    private static final Set<String> BEFORE_NOUNS = Set.of(Label.NMOD, Label.COMPOUND);

    private final ParsedSentence s;
    private final Stances stances;

    Qualifiers(ParsedSentence s, Stances stances) {
        this.s = s;
        this.stances = stances;
    }

    /** What the adjectives before a noun make of it. */
    Optional<Stance> ofNoun(int noun) {
        for (int c : s.children(noun)) {
            if (c < noun && BEFORE_NOUNS.contains(s.label(c)) && !isNoun(s, c)) {
                Optional<Stance> stance = of(c).filter(QUALIFYING::contains);
                if (stance.isPresent()) {
                    return stance;
                }
            }
        }
        return Optional.empty();
    }

    /** What the adjective that a verb ascribes makes of the clause under the verb: "it is unlikely that", "it is vital to". */
    Optional<Stance> ofClause(int verb) {
        for (int c : s.children(verb, Label.ACOMP)) {
            boolean open = of(c).filter(stance -> stance == Stance.DOUBT).isPresent()
                    || stances.of(lemma(s, c) + " to")
                            .filter(stance -> stance == Stance.DOUBT)
                            .isPresent();
            if (open) {
                return Optional.of(Stance.DOUBT);
            }
        }
        return Optional.empty();
    }

    private Optional<Stance> of(int word) {
        return stances.of(lower(s, word)).or(() -> stances.of(lemma(s, word)));
    }
}
