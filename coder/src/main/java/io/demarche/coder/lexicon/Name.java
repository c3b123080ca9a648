package io.demarche.coder.lexicon;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for.
 *
 * @param code the state (ISO 3166-1 alpha-3, XKX for Kosovo) or the organisation ({@code UN}, {@code EU}, {@code NATO}, or
 *     CAMEO's {@code IGO}, {@code NGO}, {@code MNC}, {@code IMG}); empty for a name that stands for neither
 * @param kind what sort of name it is
 * @param role what part of the state it means, as {@code Actor.role} has it; empty where the whole state is meant
 * @param canonical the name in full
 * @param ambiguous whether the same form also means something else, so that other evidence is needed
 * @param from first day of a term in office; null where there is no bound
 * @param to last day of it; null where there is no bound
 */
public record Name(
        String code,
        Kind kind,
        String role,
        String canonical,
        boolean ambiguous,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** Sorts of names. */
    public enum Kind {
        STATE,
        ADJECTIVE,
        SEAT,
        /** A region or town, upon which others act, but which does not act. */
        PLACE,
        LEADER,
        ORGANISATION,
        /** A name that merely contains that of a state: Bank of China. */
        OTHER
    }

    /** Whether it stands for this on that day. */
    public boolean heldOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether it is the name of a person. */
    public boolean isPerson() {
        return kind == Kind.LEADER;
    }

    /** Whether it stands for a state, an organisation or a person who acts for one. */
    public boolean isActor() {
        return kind != Kind.OTHER;
    }
}
