package io.demarche.coder.act;

import io.demarche.coder.actor.Party;
import java.util.List;

/**
 * The two sides of an act.
 *
 * @param sources who acts; empty where nobody was found
 * @param targets toward whom; empty where nobody was found
 * @param mutual whether the targets are the sources themselves, each toward the others
 */
public record Sides(List<Party> sources, List<Party> targets, boolean mutual) {
    /** Nobody on either side. */
    public static final Sides UNKNOWN = new Sides(List.of(), List.of(), false);

    public Sides withSources(List<Party> others) {
        return new Sides(others, targets, mutual);
    }

    public Sides withTargets(List<Party> others) {
        return new Sides(sources, others, mutual);
    }

    /** Whether both sides are known. */
    public boolean isComplete() {
        return !sources.isEmpty() && !targets.isEmpty();
    }
}
