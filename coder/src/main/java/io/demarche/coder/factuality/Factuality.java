package io.demarche.coder.factuality;

import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.Stance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words around an act make of it.
 *
 * @param steps the governing words, the nearest first
 * @param shifts the stances that change the act's code, the innermost first
 * @param obligation DEMAND or APPEAL where the clause says that the act must or should be done; null otherwise
 * @param decided whether it was decided rather than done
 * @param background whether a noun reports it in passing
 * @param purpose whether it is the purpose of another act
 * @param quoted whether it stands between quotation marks
 * @param dropped why it is no act; null where it is one
 */
public record Factuality(
        List<Step> steps,
        List<Stance> shifts,
        @Nullable Stance obligation,
        boolean decided,
        boolean background,
        boolean purpose,
        boolean quoted,
        @Nullable Drop dropped) {

    /** Told as a plain fact, with no word above. */
    public static final Factuality PLAIN = new Factuality(List.of(), List.of(), null, false, false, false, false, null);

    /** The nearest word above that reports the act: said, announced. */
    public Optional<Step> speech() {
        return steps.stream().filter(step -> step.stance() == Stance.SAY).findFirst();
    }

    /** Whether the word is among those above the act. */
    public boolean isUnder(int token) {
        return steps.stream().anyMatch(step -> step.token() == token);
    }
}
