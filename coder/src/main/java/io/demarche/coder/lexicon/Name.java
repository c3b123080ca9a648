package io.demarche.coder.lexicon;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for.
 *
 * @param code the state or organisation
 * @param kind what sort of name it is
 * @param role what part of the state it means, as {@code Actor.role} has it; empty where the whole state is meant
 * @param canonical the name in full
 * @param from first day on which it stands for this; null where there is no bound
 * @param to last day; null where there is no bound
 */
public record Name(
        String code,
        Kind kind,
        String role,
        String canonical,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** Sorts of names. */
    public enum Kind {
        STATE,
        ADJECTIVE,
        SEAT,
        LEADER,
        ORGANISATION,
        GROUP
    }

    /** Whether it stands for this on that day. */
    public boolean heldOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether it is the name of a state or of its people, not of a body, a person or an organisation. */
    public boolean isState() {
        return kind == Kind.STATE || kind == Kind.ADJECTIVE;
    }
}
