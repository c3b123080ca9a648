package io.demarche.coder.candidate;

import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.Drop;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A trigger on its way to an act. Each stage hands on a candidate that knows more; one that is dropped stays in the list, for
 * the others may hang on its words, and keeps what the stages before the drop found.
 *
 * @param trigger the rule that fired, and where
 * @param factuality what the words around make of it
 * @param code the CAMEO code that this leaves
 * @param sides who acts toward whom
 * @param acts what it tells; empty until the sides are paired, and where it is dropped
 * @param dropped why it is no act; null where it may be one
 */
public record Candidate(
        Trigger trigger,
        Factuality factuality,
        String code,
        Sides sides,
        List<Act> acts,
        @Nullable Drop dropped) {

    /** A trigger of which nothing else is known yet. */
    public static Candidate of(Trigger trigger) {
        return new Candidate(trigger, Factuality.PLAIN, trigger.rule().cameo(), Sides.UNKNOWN, List.of(), null);
    }

    /** Whether it is no act. */
    public boolean isDropped() {
        return dropped != null;
    }

    /** Whether it tells an act. */
    public boolean isCoded() {
        return !acts.isEmpty();
    }

    /** Why it is no act; empty where it may be one. */
    public Optional<Drop> drop() {
        return Optional.ofNullable(dropped);
    }

    public Candidate with(Factuality other) {
        return new Candidate(trigger, other, code, sides, acts, dropped);
    }

    public Candidate withCode(String other) {
        return new Candidate(trigger, factuality, other, sides, acts, dropped);
    }

    public Candidate with(Sides others) {
        return new Candidate(trigger, factuality, code, others, acts, dropped);
    }

    public Candidate withActs(List<Act> others) {
        return new Candidate(trigger, factuality, code, sides, List.copyOf(others), dropped);
    }

    /** Taken out. */
    public Candidate dropped(Drop why) {
        return new Candidate(trigger, factuality, code, sides, List.of(), why);
    }

    /** Goes on where it has not been taken out. */
    public Candidate unlessDropped(UnaryOperator<Candidate> next) {
        return isDropped() ? this : next.apply(this);
    }
}
