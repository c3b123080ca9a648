package io.demarche.coder.evidence;

/** What share of the best a score is worth: the same bits as {@link StrictMath#exp}, which took a tenth of the coder's time. */
final class Fractions {
    /** Farther below the best than this, in units of {@link Weights#UNIT}, hardly any score is. */
    private static final int USUAL = 32 * Weights.UNIT;

    private static final double[] BELOW = new double[USUAL];

    static {
        for (int units = 0; units < USUAL; units++) {
            BELOW[units] = exact(units);
        }
    }

    private Fractions() {}

    /**
     * e to the power of the distance, negated.
     *
     * @param distance of a score below the best, both sums of weights
     */
    static double below(double distance) {
        double units = distance * Weights.UNIT; // whole, as weights are
        return units < USUAL ? BELOW[(int) units] : exact(units);
    }

    private static double exact(double units) {
        return StrictMath.exp(-units / Weights.UNIT);
    }
}
