package io.demarche.tension.rules;

/** Figures leave the model rounded to four decimals, so that no last bit of a sum shows. */
public final class Rounding {
    private static final double SCALE = 10_000;

    private Rounding() {}

    public static double four(double value) {
        double rounded = Math.rint(value * SCALE) / SCALE;
        return rounded == 0 ? 0 : rounded; // no negative zero
    }
}
