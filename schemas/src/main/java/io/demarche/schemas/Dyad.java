package io.demarche.schemas;

import java.util.Optional;

/**
 * A pair of states: two different ISO 3166-1 alpha-3 codes in alphabetical order ({@code XKX} stands for Kosovo).
 * Written {@code AZE-FRA}. Organisations ({@code EU}, {@code UN}, {@code NATO}) are never half of a dyad.
 *
 * @param first the alphabetically first code
 * @param second the other
 */
public record Dyad(String first, String second) {
    public Dyad {
        if (!isState(first) || !isState(second) || first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("not a dyad: '" + first + "' and '" + second
                    + "' (two different ISO 3166-1 alpha-3 codes in alphabetical order)");
        }
    }

    /** The dyad of two actors' codes in either order; empty where they are the same, or one is not a state. */
    public static Optional<Dyad> between(String a, String b) {
        if (!isState(a) || !isState(b) || a.equals(b)) {
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

    /** Whether a code is a state's: only states make up dyads. */
    public static boolean isState(String code) {
        return States.contains(code);
    }

    @Override
    public String toString() {
        return first + "-" + second;
    }
}
