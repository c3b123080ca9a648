package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isVerb;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** Negation, auxiliaries and conjunctions: what the small words of an act, or of a word above it, make of it. */
final class OwnWords {
    private static final Set<String> POSSIBLE = WordClasses.set("possibility-auxiliaries");
    private static final Set<String> MUST = WordClasses.set("obligation-auxiliaries");
    private static final Set<String> SHOULD = Set.of("should");

    private final ParsedSentence s;
    private final Governors governors;
    private final Negations negations;
    private final Auxiliaries auxiliaries;

    OwnWords(ParsedSentence s, Governors governors, Negations negations, Auxiliaries auxiliaries) {
        this.s = s;
        this.governors = governors;
        this.negations = negations;
        this.auxiliaries = auxiliaries;
    }

    /** Those of the act itself. */
    void ofAct(int act, FactualityDraft draft) {
        if (auxiliaries.isConditional(act) || auxiliaries.dependsOnCondition(act)) {
            draft.drop(DropReason.CONDITIONAL.drop());
        }
        boolean verb = isVerb(s, act);
        boolean future = verb && auxiliaries.hasAuxiliary(act, Auxiliaries.FUTURE);
        if (negations.isNegated(act) || negations.isOfNobody(act)) {
            if (future || shallNot(act)) {
                draft.shift(Stance.REFUSE);
            } else {
                draft.drop(DropReason.NEGATED.drop());
            }
        } else if (future) {
            draft.shift(Stance.INTEND);
        }
        if (verb && (auxiliaries.hasAuxiliary(act, POSSIBLE) || auxiliaries.isGuessed(act))) {
            draft.drop(DropReason.POSSIBLE.drop());
        }
        if (verb && auxiliaries.hasAuxiliary(act, MUST)) {
            draft.oblige(Stance.DEMAND);
        } else if (verb && auxiliaries.hasAuxiliary(act, SHOULD)) {
            draft.oblige(Stance.APPEAL);
        }
    }

    /** Those of a word above the act. */
    void ofGovernor(int governor, int act, FactualityDraft draft) {
        if (auxiliaries.isConditional(governor)) {
            draft.drop(DropReason.CONDITIONAL.drop());
        }
        boolean verb = isVerb(s, governor);
        if (auxiliaries.hasAuxiliary(governor, POSSIBLE) && !draft.isJustSaid()) {
            draft.drop(DropReason.POSSIBLE.drop());
        } else if (verb && auxiliaries.hasAuxiliary(governor, MUST) && !draft.isObliged()) {
            draft.obligeAlone(Stance.DEMAND);
        } else if (verb
                && auxiliaries.hasAuxiliary(governor, Auxiliaries.FUTURE)
                && !draft.isShifted()
                && draft.isUnderAnother()
                && !governors.isSaidBySayingSo(act, governor)
                && !draft.isJustSaid()) {
            draft.shift(Stance.INTEND);
        }
    }

    /** "will meet and sign": the second verb shares the auxiliaries of the first. */
    void shared(int verb, int first, FactualityDraft draft) {
        boolean own = s.hasChild(verb, Label.AUX) || s.hasChild(verb, Label.NSUBJ) || s.hasChild(verb, Label.NSUBJPASS);
        if (!own && isVerb(s, first) && isVerb(s, verb)) {
            if (auxiliaries.hasAuxiliary(first, Auxiliaries.FUTURE)
                    && !draft.isShifted()
                    && !s.tag(verb).equals(Tag.VBD)) {
                draft.shift(negations.isNegated(first) ? Stance.REFUSE : Stance.INTEND);
            }
            if (auxiliaries.hasAuxiliary(first, MUST) && !draft.isObliged()) {
                draft.oblige(Stance.DEMAND);
            } else if (auxiliaries.hasAuxiliary(first, SHOULD) && !draft.isObliged()) {
                draft.oblige(Stance.APPEAL);
            }
        }
        if (auxiliaries.isConditional(first)) {
            draft.drop(DropReason.CONDITIONAL.drop());
        }
    }

    private boolean shallNot(int token) {
        return s.label(token).equals(Label.XCOMP) && Clauses.isInfinitive(s, token);
    }
}
