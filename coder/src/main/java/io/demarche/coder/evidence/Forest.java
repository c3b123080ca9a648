package io.demarche.coder.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Boosted trees: the sum of what the leaves say that a vector of figures falls into, trees taken in their order, so that the
 * sum is the same on every machine. Every tree is complete; node {@code i} has the children {@code 2i+1} and {@code 2i+2}.
 *
 * @param base the sum to begin with
 * @param depth arcs from each root to its leaves
 * @param figures which figure each inner node asks for, a row a tree
 * @param limits up to which value it goes to the first child
 * @param leaves what each leaf says
 */
public record Forest(double base, int depth, int[][] figures, double[][] limits, double[][] leaves) {
    /** The sum for a vector: the logarithm of the odds. */
    public double score(double[] vector) {
        int inner = (1 << depth) - 1;
        double sum = base;
        for (int t = 0; t < figures.length; t++) {
            int node = 0;
            while (node < inner) {
                node = 2 * node + (vector[figures[t][node]] <= limits[t][node] ? 1 : 2);
            }
            sum += leaves[t][node - inner];
        }
        return sum;
    }

    static Forest read(DataInputStream in) throws IOException {
        double base = in.readDouble();
        int depth = in.readInt();
        int trees = in.readInt();
        int inner = (1 << depth) - 1;
        int[][] figures = new int[trees][inner];
        double[][] limits = new double[trees][inner];
        double[][] leaves = new double[trees][inner + 1];
        for (int t = 0; t < trees; t++) {
            for (int i = 0; i < inner; i++) {
                figures[t][i] = in.readUnsignedByte();
                limits[t][i] = in.readDouble();
            }
            for (int i = 0; i <= inner; i++) {
                leaves[t][i] = in.readDouble();
            }
        }
        return new Forest(base, depth, figures, limits, leaves);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(base);
        out.writeInt(depth);
        out.writeInt(figures.length);
        for (int t = 0; t < figures.length; t++) {
            for (int i = 0; i < figures[t].length; i++) {
                out.writeByte(figures[t][i]);
                out.writeDouble(limits[t][i]);
            }
            for (double leaf : leaves[t]) {
                out.writeDouble(leaf);
            }
        }
    }
}
