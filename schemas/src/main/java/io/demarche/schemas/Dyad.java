package io.demarche.schemas;

import java.util.Optional;

/**
 * A pair of parties: two different codes in alphabetical order, each of a state (ISO 3166-1 alpha-3; {@code XKX} stands for
 * Kosovo) or of the European Union ({@code EU}), which sanctions, expels and signs as a state does. Written {@code AZE-FRA},
 * {@code EU-RUS}. Other organisations ({@code UN}, {@code NATO}) are never half of a dyad.
 *
 * @param first the alphabetically first code
 * @param second the other
 */
public record Dyad(String first, String second) {
    /** The code of the one party that is no state. */
    public static final String EUROPEAN_UNION = "EU";

    public Dyad {
        if (!isParty(first) || !isParty(second) || first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("not a dyad: '" + first + "' and '" + second
                    + "' (two different codes in alphabetical order, ISO 3166-1 alpha-3 or EU)");
        }
    }

    /** The dyad of two actors' codes in either order; empty where they are the same, or one is no party. */
    public static Optional<Dyad> between(String a, String b) {
        if (!isParty(a) || !isParty(b) || a.equals(b)) {
            return Optional.empty();
        }
        return Optional.of(a.compareTo(b) < 0 ? new Dyad(a, b) : new Dyad(b, a));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException where the text is not of the form {@code AZE-FRA}
     */
    public static Dyad parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) {
            throw new IllegalArgumentException("not a dyad: '" + text + "' (write it as AZE-FRA)");
        }
        return new Dyad(text.substring(0, hyphen), text.substring(hyphen + 1));
    }

    /** Whether a code is one that makes up dyads: a state's or the Union's. */
    public static boolean isParty(String code) {
        return code.equals(EUROPEAN_UNION) || isState(code);
    }

    /** Whether a code is a state's. */
    public static boolean isState(String code) {
        return States.contains(code);
    }

    @Override
    public String toString() {
        return first + "-" + second;
    }
}
