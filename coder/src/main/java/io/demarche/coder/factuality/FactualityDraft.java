package io.demarche.coder.factuality;

import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.Stance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known so far of what stands around an act, on the way from it to the root. Belongs to one reading. */
final class FactualityDraft {
    private final List<Step> steps = new ArrayList<>();
    private final List<Stance> shifts = new ArrayList<>();
    private @Nullable Stance obligation;
    private boolean decided;
    private boolean background;
    private boolean purpose;
    private @Nullable Drop dropped;

    /** The first reason to drop the act is the one that is told. */
    void drop(Drop drop) {
        if (dropped == null) {
            dropped = drop;
        }
    }

    void step(Stance stance, int token) {
        steps.add(new Step(stance, token));
    }

    /** Whether any word above was met yet. */
    boolean isUnderAnother() {
        return !steps.isEmpty();
    }

    /** Whether the word met last says the act. */
    boolean isJustSaid() {
        return steps.get(steps.size() - 1).stance() == Stance.SAY;
    }

    /** Whether the word met before the last one says the act. */
    boolean wasSaidBefore() {
        return steps.size() > 1 && steps.get(steps.size() - 2).stance() == Stance.SAY;
    }

    void shift(Stance stance) {
        shifts.add(stance);
    }

    boolean isShifted() {
        return !shifts.isEmpty();
    }

    /** What is still to come, though its own words do not say so. */
    void expect(boolean ahead) {
        if (ahead && shifts.isEmpty()) {
            shifts.add(Stance.INTEND);
        }
    }

    /** "threatened that it would": what is held out twice is held out once, as the outer word has it. */
    void intend(Stance stance) {
        int last = shifts.size() - 1;
        if (last >= 0 && shifts.get(last) == Stance.INTEND && stance != Stance.REFUSE) {
            shifts.set(last, stance);
        } else {
            shifts.add(stance);
        }
    }

    boolean isObliged() {
        return obligation != null;
    }

    void oblige(Stance stance) {
        obligation = stance;
    }

    /** "Kenya must pay", told by a word above: it is not done, whatever was shifted. */
    void obligeAlone(Stance stance) {
        obligation = stance;
        shifts.clear();
    }

    void decide() {
        decided = true;
    }

    void tellInPassing() {
        background = true;
    }

    void aim() {
        purpose = true;
    }

    Factuality finished(boolean quoted) {
        return new Factuality(
                List.copyOf(steps), List.copyOf(shifts), obligation, decided, background, purpose, quoted, dropped);
    }
}
