package io.demarche.training.evidence;

import io.demarche.coder.evidence.Forest;
import java.util.Arrays;
import java.util.List;

/**
 * Fits boosted trees to yes and no by the logistic loss, each tree by second-order gains over binned figures (Friedman 2001; Chen
 * and Guestrin 2016). Deterministic: sums run in the order of the examples.
 */
final class ForestFit {
    private static final int TREES = 120;
    private static final int DEPTH = 4;
    private static final int BINS = 48;
    private static final double STEP = 0.08;
    private static final double PENALTY = 2;
    private static final int FEWEST = 15;
    private static final double NO_GAIN = 1e-6;

    private ForestFit() {}

    /**
     * An example.
     *
     * @param figures what is known
     * @param right whether the act is right
     */
    record Example(double[] figures, boolean right) {}

    static Forest fit(List<Example> examples) {
        int n = examples.size();
        int figures = examples.get(0).figures().length;
        double[][] cuts = new double[figures][];
        int[][] bins = new int[figures][n];
        for (int f = 0; f < figures; f++) {
            cuts[f] = cuts(examples, f);
            for (int i = 0; i < n; i++) {
                int at = Arrays.binarySearch(cuts[f], examples.get(i).figures()[f]);
                bins[f][i] = at >= 0 ? at : -at - 1;
            }
        }
        double right = examples.stream().filter(Example::right).count();
        double base = StrictMath.log(right / (n - right));
        double[] scores = new double[n];
        Arrays.fill(scores, base);
        int inner = (1 << DEPTH) - 1;
        int[][] asked = new int[TREES][inner];
        double[][] limits = new double[TREES][inner];
        double[][] leaves = new double[TREES][inner + 1];
        Tree tree = new Tree(examples, bins, cuts);
        for (int t = 0; t < TREES; t++) {
            tree.grow(scores, asked[t], limits[t], leaves[t]);
        }
        return new Forest(base, DEPTH, asked, limits, leaves);
    }

    private static double[] cuts(List<Example> examples, int figure) {
        double[] sorted = examples.stream()
                .mapToDouble(each -> each.figures()[figure])
                .sorted()
                .toArray();
        double[] cuts = new double[BINS - 1];
        for (int b = 1; b < BINS; b++) {
            cuts[b - 1] = sorted[(int) ((long) b * sorted.length / BINS)];
        }
        return Arrays.stream(cuts).distinct().toArray();
    }

    /** Grows one tree after the other. */
    private static final class Tree {
        private final List<Example> examples;
        private final int[][] bins;
        private final double[][] cuts;
        private final double[] slopes;
        private final double[] curves;
        private final int[] nodes;

        Tree(List<Example> examples, int[][] bins, double[][] cuts) {
            this.examples = examples;
            this.bins = bins;
            this.cuts = cuts;
            this.slopes = new double[examples.size()];
            this.curves = new double[examples.size()];
            this.nodes = new int[examples.size()];
        }

        void grow(double[] scores, int[] asked, double[] limits, double[] leaves) {
            for (int i = 0; i < scores.length; i++) {
                double chance = 1 / (1 + StrictMath.exp(-scores[i]));
                slopes[i] = chance - (examples.get(i).right() ? 1 : 0);
                curves[i] = chance * (1 - chance);
            }
            Arrays.fill(nodes, 0);
            for (int depth = 0; depth < DEPTH; depth++) {
                int first = (1 << depth) - 1;
                for (int node = first; node < first + (1 << depth); node++) {
                    split(node, asked, limits);
                }
                for (int i = 0; i < nodes.length; i++) {
                    int node = nodes[i];
                    boolean low = examples.get(i).figures()[asked[node]] <= limits[node];
                    nodes[i] = 2 * node + (low ? 1 : 2);
                }
            }
            int inner = asked.length;
            double[] slope = new double[inner + 1];
            double[] curve = new double[inner + 1];
            for (int i = 0; i < nodes.length; i++) {
                slope[nodes[i] - inner] += slopes[i];
                curve[nodes[i] - inner] += curves[i];
            }
            for (int leaf = 0; leaf <= inner; leaf++) {
                leaves[leaf] = -STEP * slope[leaf] / (curve[leaf] + PENALTY);
            }
            for (int i = 0; i < nodes.length; i++) {
                scores[i] += leaves[nodes[i] - inner];
            }
        }

        private void split(int node, int[] asked, double[] limits) {
            double best = NO_GAIN;
            asked[node] = 0;
            limits[node] = Double.POSITIVE_INFINITY;
            for (int f = 0; f < bins.length; f++) {
                double[] slope = new double[BINS + 1];
                double[] curve = new double[BINS + 1];
                int[] count = new int[BINS + 1];
                double slopeAll = 0;
                double curveAll = 0;
                int all = 0;
                for (int i = 0; i < nodes.length; i++) {
                    if (nodes[i] == node) {
                        int bin = bins[f][i];
                        slope[bin] += slopes[i];
                        curve[bin] += curves[i];
                        count[bin]++;
                        slopeAll += slopes[i];
                        curveAll += curves[i];
                        all++;
                    }
                }
                double slopeLow = 0;
                double curveLow = 0;
                int low = 0;
                for (int b = 0; b < cuts[f].length; b++) {
                    slopeLow += slope[b];
                    curveLow += curve[b];
                    low += count[b];
                    if (low >= FEWEST && all - low >= FEWEST) {
                        double gain = gain(slopeLow, curveLow)
                                + gain(slopeAll - slopeLow, curveAll - curveLow)
                                - gain(slopeAll, curveAll);
                        if (gain > best) {
                            best = gain;
                            asked[node] = f;
                            limits[node] = cuts[f][b];
                        }
                    }
                }
            }
        }

        private static double gain(double slope, double curve) {
            return slope * slope / (curve + PENALTY);
        }
    }
}
