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
    /** This share of an example's features is hidden each time that it is seen, so that no single one is relied on. */
    private static final double HIDDEN = 0.3;
    /** The weights are the mean of those after this round and after each later one. */
    private static final int FIRST_AVERAGED = 2;

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
            Arrays.sort(all, at, at + each.length); // what is hidden hangs on the order
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
        double[] weights = new double[features.length * classes];
        double[] squares = new double[features.length * classes];
        double[][] sums = new double[features.length][classes];
        Shuffled order = new Shuffled(rows.length, SEED);
        double[] error = new double[classes];
        int[] wrong = new int[classes];
        for (int round = 0; round < rounds; round++) {
            for (int i : order.next()) {
                int[] seen = order.some(rows[i], HIDDEN);
                error(seen, answers.get(i), weights, error);
                int many = wrong(error, wrong);
                for (int feature : seen) {
                    for (int j = 0; j < many; j++) {
                        int at = feature * classes + wrong[j];
                        double gradient = error[wrong[j]] + penalty * weights[at];
                        squares[at] += gradient * gradient;
                        weights[at] -= STEP * gradient / (StrictMath.sqrt(squares[at]) + DAMPING);
                    }
                }
            }
            if (round >= FIRST_AVERAGED) {
                add(weights, sums, (1 - HIDDEN) / (rounds - FIRST_AVERAGED));
            }
        }
        return Weights.of(features, sums, classes, LEAST);
    }

    /** The classes in which the model errs. */
    private static int wrong(double[] error, int[] wrong) {
        int many = 0;
        for (int c = 0; c < error.length; c++) {
            if (Math.abs(error[c]) >= SMALL) {
                wrong[many++] = c;
            }
        }
        return many;
    }

    private void add(double[] weights, double[][] sums, double share) {
        for (int i = 0; i < sums.length; i++) {
            for (int c = 0; c < classes; c++) {
                sums[i][c] += weights[i * classes + c] * share;
            }
        }
    }

    /** What the model says, less what is right. */
    private void error(int[] row, double answer, double[] weights, double[] error) {
        Arrays.fill(error, 0);
        for (int feature : row) {
            int at = feature * classes;
            for (int c = 0; c < classes; c++) {
                error[c] += weights[at + c];
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

        private static final double RANGE = 1L << 31;

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
                int j = (int) (draw() % (i + 1));
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            return order;
        }

        /** The row without a share of it. */
        int[] some(int[] row, double hidden) {
            int[] kept = new int[row.length];
            int n = 0;
            for (int each : row) {
                if (draw() >= hidden * RANGE) {
                    kept[n++] = each;
                }
            }
            return Arrays.copyOf(kept, n);
        }

        private long draw() {
            state = state * FACTOR + SUMMAND;
            return state >>> HIGH_BITS;
        }
    }
}
