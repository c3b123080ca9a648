package io.demarche.bench.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether confidence is the share of what is right. Acts are put into ten bins by confidence; the expected calibration error
 * is the mean distance between a bin's mean confidence and its share right, by sides and type, weighted by its size.
 */
final class Calibration {
    static final String ERROR = "calibration error";
    private static final int BINS = 10;

    private Calibration() {}

    static Figure figure() {
        return new Figure(ERROR, Figure.Scale.ERROR, Calibration::counts, Calibration::error);
    }

    /** The bins over all articles that hold something, from the lowest confidence to the highest. */
    static List<Bin> bins(List<Outcome> outcomes) {
        double[] sums = new double[3 + 3 * BINS];
        for (Outcome outcome : outcomes) {
            double[] counts = counts(outcome);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int at = 3 + 3 * bin;
            if (sums[at] > 0) {
                bins.add(
                        new Bin((double) bin / BINS, (int) sums[at], sums[at + 2] / sums[at], sums[at + 1] / sums[at]));
            }
        }
        return bins;
    }

    private static double[] counts(Outcome outcome) {
        Set<String> firm = Outcome.keys(outcome.firm(), Act::pairType, act -> true);
        Set<String> all = Outcome.keys(outcome.labelled(), Act::pairType, act -> true);
        Map<String, Double> best = new HashMap<>();
        outcome.coded().forEach(act -> best.merge(act.pairType(), act.confidence(), Math::max));
        double[] counts = new double[3 + 3 * BINS];
        best.forEach((key, confidence) -> {
            if (firm.contains(key) || !all.contains(key)) {
                int at = 3 + 3 * Math.min((int) (confidence * BINS), BINS - 1);
                int right = firm.contains(key) ? 1 : 0;
                counts[0] += right;
                counts[1]++;
                counts[2]++;
                counts[at]++;
                counts[at + 1] += right;
                counts[at + 2] += confidence;
            }
        });
        return counts;
    }

    private static double error(double[] sums) {
        double distance = 0;
        for (int at = 3; at < sums.length; at += 3) {
            distance += Math.abs(sums[at + 1] - sums[at + 2]);
        }
        return Tally.share(distance, sums[2]);
    }

    /**
     * Acts of like confidence.
     *
     * @param from the least confidence
     * @param acts how many
     * @param confidence their mean
     * @param right the share that is right
     */
    record Bin(double from, int acts, double confidence, double right) {}
}
