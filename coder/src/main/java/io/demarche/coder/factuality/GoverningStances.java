package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Optional;

/** What the stance of a word above an act makes of the act. */
final class GoverningStances {
    private final ParsedSentence s;
    private final Governors governors;
    private final Negations negations;

    GoverningStances(ParsedSentence s, Governors governors, Negations negations) {
        this.s = s;
        this.governors = governors;
        this.negations = negations;
    }

    /** The stance of the word toward what it governs, where more than the word itself decides: "is to visit", "has to". */
    Stance within(int node, int head, Stance stance, FactualityDraft draft) {
        String word = lemma(s, head);
        boolean infinitive = isVerb(s, node) && Clauses.isInfinitive(s, node);
        if (infinitive && stance == Stance.INTEND && governors.isSaidBySayingSo(node, head)) {
            return Stance.DO;
        }
        if (infinitive && (word.equals("be") || word.equals("go") && s.tag(head).equals(Tag.VBG))) {
            return Stance.INTEND;
        }
        if (infinitive && (word.equals("have") || word.equals("need"))) {
            if (!draft.isObliged()) {
                draft.oblige(Stance.DEMAND);
            }
            return Stance.DO;
        }
        if (stance == Stance.SAY && s.label(node).equals(Label.AGENT)) {
            return Stance.DO; // "was explained by", "was followed by": nobody speaks
        }
        if ((stance == Stance.SAY || s.label(node).equals(Label.CCOMP)) && governors.isTold(head)) {
            return Stance.DOUBT;
        }
        if (stance == Stance.THREATEN && s.tag(node).startsWith(Tag.JJ)) {
            return Stance.SAY; // "considers it obvious that"
        }
        boolean willed = stance == Stance.DECIDE || stance == Stance.INTEND;
        if (infinitive && willed && governors.isOrderToAnother(node, head)) {
            return Stance.DEMAND;
        }
        return stance;
    }

    /** Applies it to what is known of the act so far. */
    void apply(Stance stance, int word, int node, FactualityDraft draft) {
        boolean negated = negations.isNegated(word) || isVerb(s, word) && negations.isOfNobody(word);
        switch (stance) {
            case SAY, DO, DECIDE -> {
                if (stance == Stance.DECIDE) {
                    draft.decide();
                }
                if (negated) {
                    draft.drop(DropReason.NEGATED_ABOVE.at(s.form(word)));
                }
            }
            case INTEND -> {
                if (governors.isGivenUp(word)) {
                    draft.drop(DropReason.PLAN_GIVEN_UP.at(s.form(word)));
                }
                draft.intend(negated ? Stance.REFUSE : Stance.INTEND);
            }
            case THREATEN -> {
                if (negated) {
                    draft.drop(DropReason.NEGATED_ABOVE.at(s.form(word)));
                }
                draft.intend(Stance.THREATEN);
            }
            case REFUSE -> {
                if (draft.wasSaidBefore() && !negated) {
                    draft.drop(DropReason.DOUBTED.at(s.form(word))); // "declined to confirm that"
                }
                draft.shift(negated ? Stance.INTEND : Stance.REFUSE);
            }
            case DEMAND, APPEAL -> draft.drop(DropReason.CALLED_FOR.at(s.form(word)));
            case ALLEGE -> draft.drop(DropReason.ALLEGED.at(s.form(word)));
            case DENY -> draft.drop(DropReason.DENIED.at(s.form(word)));
            case JUDGE -> {
                if (isWhatIsJudged(node)) {
                    draft.drop(DropReason.JUDGED.at(s.form(word)));
                }
            }
            case DOUBT -> draft.drop(DropReason.DOUBTED.at(s.form(word)));
            case END -> draft.drop(DropReason.ENDED.at(s.form(word)));
        }
    }

    /** What a noun, an adverb or another verb says of the act before anything above it does: "no plan to", "probably". */
    void qualify(Optional<Stance> qualifier, int word, FactualityDraft draft) {
        qualifier.ifPresent(stance -> {
            if (Qualifiers.LEAVE_OPEN.contains(stance)) {
                draft.drop(DropReason.DOUBTED_BEFORE.at(s.form(word)));
            } else {
                draft.shift(stance);
            }
        });
    }

    private boolean isWhatIsJudged(int node) {
        return isNoun(s, node)
                || !isVerb(s, node)
                || s.tag(node).equals(Tag.VBG)
                || s.label(node).equals(Label.CCOMP)
                || s.label(node).equals(Label.ACL);
    }
}
