package io.demarche.training.evidence;

import io.demarche.coder.evidence.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a linear model by stochastic gradient descent with a step of its own for each weight (AdaGrad: Duchi, Hazan and Singer,
 * 2011) and a quadratic penalty: multinomial with several classes, binary with one. The order of the examples comes from a
 * generator with a fixed seed, so that the same examples give the same weights.
 */
final class LinearFit {
    /** Features seen less often are not learned. */
    private static final int SEEN = 2;

    private static final double STEP = 0.05;
    private static final double DAMPING = 0.1;
    private static final double SMALL = 1e-4;
    private static final long SEED = 42;
    /** Weights below so many units are left out of the model. */
    private static final int LEAST = 6;

    private final List<int[]> examples = new ArrayList<>();
    private final List<Double> answers = new ArrayList<>();
    private final int classes;

    /** With one class, answers are 0 and 1; with several, the number of the class. */
    LinearFit(int classes) {
        this.classes = classes;
    }

    void add(double answer, int[]... features) {
        int n = 0;
        for (int[] each : features) {
            n += each.length;
        }
        int[] all = new int[n];
        int at = 0;
        for (int[] each : features) {
            System.arraycopy(each, 0, all, at, each.length);
            at += each.length;
        }
        examples.add(all);
        answers.add(answer);
    }

    int size() {
        return examples.size();
    }

    Weights fit(int rounds, double penalty) {
        int[] features = features();
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < features.length; i++) {
            index.put(features[i], i);
        }
        int[][] rows = examples.stream()
                .map(row -> Arrays.stream(row)
                        .map(feature -> index.getOrDefault(feature, -1))
                        .filter(i -> i >= 0)
                        .toArray())
                .toArray(int[][]::new);
        double[][] weights = new double[features.length][classes];
        double[][] squares = new double[features.length][classes];
        Shuffled order = new Shuffled(rows.length, SEED);
        double[] error = new double[classes];
        for (int round = 0; round < rounds; round++) {
            for (int i : order.next()) {
                error(rows[i], answers.get(i), weights, error);
                for (int feature : rows[i]) {
                    double[] weight = weights[feature];
                    double[] square = squares[feature];
                    for (int c = 0; c < classes; c++) {
                        if (Math.abs(error[c]) >= SMALL) {
                            double gradient = error[c] + penalty * weight[c];
                            square[c] += gradient * gradient;
                            weight[c] -= STEP * gradient / (StrictMath.sqrt(square[c]) + DAMPING);
                        }
                    }
                }
            }
        }
        return Weights.of(features, weights, classes, LEAST);
    }

    /** What the model says, less what is right. */
    private void error(int[] row, double answer, double[][] weights, double[] error) {
        Arrays.fill(error, 0);
        for (int feature : row) {
            for (int c = 0; c < classes; c++) {
                error[c] += weights[feature][c];
            }
        }
        if (classes == 1) {
            error[0] = 1 / (1 + StrictMath.exp(-error[0])) - answer;
            return;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double each : error) {
            most = Math.max(most, each);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            error[c] = StrictMath.exp(error[c] - most);
            sum += error[c];
        }
        for (int c = 0; c < classes; c++) {
            error[c] /= sum;
        }
        error[(int) answer] -= 1;
    }

    /** The features that are seen often enough, in ascending order. */
    private int[] features() {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int[] example : examples) {
            for (int feature : example) {
                seen.merge(feature, 1, Integer::sum);
            }
        }
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue() >= SEEN)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    /** The numbers up to a bound in an order that looks random and is always the same. */
    private static final class Shuffled {
        private static final long FACTOR = 6364136223846793005L;
        private static final long SUMMAND = 1442695040888963407L;
        private static final int HIGH_BITS = 33;

        private final int[] order;
        private long state;

        Shuffled(int size, long seed) {
            this.order = new int[size];
            this.state = seed;
            for (int i = 0; i < size; i++) {
                order[i] = i;
            }
        }

        int[] next() {
            for (int i = order.length - 1; i > 0; i--) {
                state = state * FACTOR + SUMMAND;
                int j = (int) ((state >>> HIGH_BITS) % (i + 1));
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            return order;
        }
    }
}
