package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.RelativeSlips;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Stances;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** The way from an act up to the root, arc by arc: which words above it bear on it, and where none does any more. */
final class StanceClimb {
    private static final int DEEPEST = 14;
    private static final Set<String> WITHOUT = WordClasses.set("without-prepositions");

    private final ParsedSentence s;
    private final Governors governors;
    private final Negations negations;
    private final Auxiliaries auxiliaries;
    private final Qualifiers qualifiers;
    private final Prospects prospects;
    private final OwnWords words;
    private final GoverningStances stances;

    StanceClimb(ParsedSentence s, Governors governors, Stances lexicon) {
        this.s = s;
        this.governors = governors;
        this.negations = new Negations(s);
        this.auxiliaries = new Auxiliaries(s);
        this.qualifiers = new Qualifiers(s, lexicon);
        this.prospects = new Prospects(s, governors);
        this.words = new OwnWords(s, governors, negations, auxiliaries);
        this.stances = new GoverningStances(s, governors, negations);
    }

    /** All that stands around the act. */
    FactualityDraft from(int act) {
        FactualityDraft draft = new FactualityDraft();
        int node = begin(act, draft);
        for (int depth = 0; depth < DEEPEST && s.head(node) >= 0; depth++) {
            int head = s.head(node);
            if (negations.isSharedWith(node)) {
                draft.drop(DropReason.NEGATED.drop());
            }
            if (governors.isRumoured(node)) {
                draft.drop(DropReason.RUMOUR.drop());
            }
            if (!climb(act, node, head, draft)) {
                break;
            }
            node = head;
        }
        return draft;
    }

    /** The act's own words; where a modal stands for the whole clause, what it stands for is where the climb begins. */
    private int begin(int act, FactualityDraft draft) {
        if (s.tag(act).equals(Tag.MD) && s.head(act) >= 0) {
            int verb = s.head(act);
            if (negations.isNegated(verb) || auxiliaries.isConditional(verb)) {
                draft.drop(DropReason.OBLIGATION_NOT_SAID.drop());
            }
            return verb;
        }
        words.ofAct(act, draft);
        draft.expect(isVerb(s, act) && prospects.isWhenItComes(act));
        if (isNoun(s, act)) {
            stances.qualify(qualifiers.ofNoun(act), act, draft);
        }
        return act;
    }

    /** One arc up; false where what stands above no longer bears on the act. */
    private boolean climb(int act, int node, int head, FactualityDraft draft) {
        String label = s.label(node);
        if (label.equals(Label.COMPOUND) || RelativeSlips.isRelative(s, node, head)) {
            return true;
        }
        if (label.equals(Label.CONJ)) {
            words.shared(node, head, draft);
            return true;
        }
        if (label.equals(Label.ADVCL) || label.equals(Label.RELCL) && !governors.isContent(node)) {
            leaveClause(node, head, draft);
            return false;
        }
        if (governors.isReported(node, head)) {
            Stance stance = governors.stance(head).orElseThrow();
            draft.step(stance, head);
            stances.apply(stance, head, node, draft);
            words.ofGovernor(head, act, draft);
            return true;
        }
        if (label.startsWith(Label.NSUBJ)
                || label.equals(Label.CSUBJ)
                || label.equals(Label.PARATAXIS)
                || label.equals(Label.META)) {
            leaveSubject(node, head, draft);
            return false;
        }
        return Clauses.isPreposition(s, head) || s.label(head).equals(Label.PCOMP) && !isVerb(s, head)
                ? throughPreposition(node, head, label, draft)
                : toGovernor(act, node, head, label, draft);
    }

    /** A clause of circumstance or a relative one: who speaks above it speaks of it, too; more does not reach into it. */
    private void leaveClause(int node, int head, FactualityDraft draft) {
        if (Clauses.isInfinitive(s, node)) {
            draft.aim();
            governors.missed(head).ifPresent(draft::drop);
            int verb = isVerb(s, head) ? head : governors.verbAbove(node);
            draft.expect(verb >= 0 && auxiliaries.hasAuxiliary(verb, Auxiliaries.FUTURE));
            if (isNoun(s, head) && negations.isNegated(head)) {
                draft.drop(DropReason.NEGATED_ABOVE.at(s.form(head))); // "no reason to doubt"
            }
        } else if (auxiliaries.isAwaited(node)) {
            draft.drop(DropReason.AWAITED.drop());
        } else {
            draft.expect(prospects.isWhenItComes(node));
        }
        speechAbove(head, draft);
    }

    private void leaveSubject(int node, int head, FactualityDraft draft) {
        if (isNoun(s, node)) {
            draft.tellInPassing();
        }
        if (auxiliaries.isConditional(head)) {
            draft.drop(DropReason.CONDITIONAL.drop());
        }
        draft.expect(prospects.isSaidToBeAhead(node, head));
    }

    private boolean throughPreposition(int node, int head, String label, FactualityDraft draft) {
        if (governors.isInPassing(head) && isNoun(s, node)) {
            draft.tellInPassing();
            verbsAbove(head, draft);
            return false;
        }
        if (WITHOUT.contains(lower(s, head)) && !label.equals(Label.POBJ)) {
            draft.drop(DropReason.WITHOUT.at(lower(s, head)));
        }
        return true;
    }

    private boolean toGovernor(int act, int node, int head, String label, FactualityDraft draft) {
        Stance stance = governors.stance(head).orElse(null);
        if (isNoun(s, node) && isVerb(s, head) && (stance == null || stance == Stance.SAY && !isComplement(label))) {
            draft.tellInPassing();
        }
        if (stance == null) {
            stance = switch (label) {
                case Label.CCOMP -> Stance.SAY;
                case Label.ACL -> Clauses.isInfinitive(s, node) ? Stance.INTEND : Stance.DO;
                default -> Stance.DO;
            };
            if (!isVerb(s, head) && !label.equals(Label.ACL)) {
                if (negations.isNegated(head)) {
                    draft.drop(DropReason.NEGATED_ABOVE.at(s.form(head)));
                }
                return isNoun(s, head) || s.tag(head).startsWith(Tag.JJ);
            }
        }
        if (label.equals(Label.CCOMP) || label.equals(Label.CSUBJ) || label.equals(Label.XCOMP)) {
            stances.qualify(qualifiers.ofClause(head), head, draft);
        }
        stance = stances.within(node, head, stance, draft);
        draft.step(stance, head);
        stances.apply(stance, head, node, draft);
        words.ofGovernor(head, act, draft);
        return true;
    }

    private static boolean isComplement(String label) {
        return label.equals(Label.DOBJ) || label.equals(Label.POBJ) || label.equals(Label.PREP);
    }

    /** Whoever reports the whole sentence reports its side clauses as well. */
    private void speechAbove(int from, FactualityDraft draft) {
        int node = from;
        for (int depth = 0; depth < DEEPEST && s.head(node) >= 0; depth++) {
            int head = s.head(node);
            if (isSaid(node, head)) {
                draft.step(Stance.SAY, head);
            }
            if (isVerb(s, node) && auxiliaries.isConditional(node)) {
                draft.drop(DropReason.CONDITIONAL.drop());
            }
            node = head;
        }
    }

    /** What stands above an act told in passing, without its bearing on the act. */
    private void verbsAbove(int from, FactualityDraft draft) {
        int node = from;
        for (int depth = 0; depth < DEEPEST && s.head(node) >= 0; depth++) {
            int head = s.head(node);
            if (isVerb(s, head)) {
                draft.step(isSaid(node, head) ? Stance.SAY : Stance.DO, head);
            }
            node = head;
        }
    }

    private boolean isSaid(int node, int head) {
        return s.label(node).equals(Label.CCOMP) && governors.stance(head).orElse(Stance.SAY) == Stance.SAY;
    }
}
