package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import java.util.Set;

/**
 * Which alerts a subscriber wants. Goes by the dyad and the level, both of which are part of an alert's identity: so
 * it lets through every revision of an alert or none, and a resolution or retraction always follows what was let through.
 *
 * @param dyads pairs; with {@code states}, what belongs to either is wanted; where both are empty, every pair is
 * @param states three-letter codes of states, each with whomever
 * @param minLevel the lowest level wanted. A level that a newer service knows and this build does not is wanted, too: rather
 *     one too many than a rupture missed
 * @param includesTest whether alerts made for testing are wanted, too
 */
public record AlertFilter(Set<Dyad> dyads, Set<String> states, TensionLevel minLevel, boolean includesTest) {
    /** Wants every alert that is not made for testing. */
    public static final AlertFilter ALL = new AlertFilter(Set.of(), Set.of(), TensionLevel.CALM, false);

    /** What a subscriber gets who does not say: tension, not the mere strain that comes before it or comes to nothing. */
    public static final TensionLevel DEFAULT_LEVEL = TensionLevel.TENSE;

    /** Wants what a subscriber gets who does not say what is wanted. */
    public static final AlertFilter DEFAULT = new AlertFilter(Set.of(), Set.of(), DEFAULT_LEVEL, false);

    public AlertFilter {
        dyads = Set.copyOf(dyads);
        states = Set.copyOf(states);
    }

    /** Whether the subscriber wants the alert. */
    public boolean wants(EscalationAlert alert) {
        return (includesTest || !alert.getTest())
                && isOfPair(alert.getDyad())
                && (alert.getLevel() == TensionLevel.UNKNOWN || alert.getLevel().compareTo(minLevel) >= 0);
    }

    private boolean isOfPair(String written) {
        if (dyads.isEmpty() && states.isEmpty()) {
            return true;
        }
        Dyad dyad = Dyad.parse(written);
        return dyads.contains(dyad) || states.contains(dyad.first()) || states.contains(dyad.second());
    }
}
