package io.demarche.cli;

import java.util.Locale;

/**
 * How many of some judged acts were right: a share, and the interval in which the true share lies with a probability of 95 %.
 *
 * <p>Source of the interval: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
 * American Statistical Association 22 (1927).
 *
 * @param right acts that were found right
 * @param judged acts that were found right or wrong
 */
record Precision(long right, long judged) {
    private static final double Z = 1.959964;

    /** The share; not a number where nothing was judged. */
    double share() {
        return (double) right / judged;
    }

    /** The lower end, from 0 to 1. */
    double from() {
        return judged == 0 ? 0 : Math.max(0, centre() - margin());
    }

    /** The upper end, from 0 to 1. */
    double to() {
        return judged == 0 ? 1 : Math.min(1, centre() + margin());
    }

    private double centre() {
        return (share() + Z * Z / (2 * judged)) / (1 + Z * Z / judged);
    }

    private double margin() {
        double spread = share() * (1 - share()) / judged + Z * Z / (4.0 * judged * judged);
        return Z * Math.sqrt(spread) / (1 + Z * Z / judged);
    }

    /** For a person. */
    String text() {
        return judged == 0 ? "not judged" : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", share(), from(), to());
    }
}
