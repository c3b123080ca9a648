package io.demarche.coder.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What each feature weighs for each class: a linear model. Weights are whole multiples of 1/{@value #UNIT}, so that sums are
 * exact and the same on every machine. Immutable.
 */
public final class Weights {
    /** Weights are multiples of one part in so many. */
    public static final int UNIT = 512;

    private static final int MOST = Short.MAX_VALUE;

    private final int classes;
    private final int[] features; // ascending
    private final int[] starts; // of each feature's cells, one more at the end
    private final byte[] columns;
    private final short[] cells;
    private final int[] slots; // open addressing: position in features + 1
    private final int mask;

    private Weights(int classes, int[] features, int[] starts, byte[] columns, short[] cells) {
        this.classes = classes;
        this.features = features;
        this.starts = starts;
        this.columns = columns;
        this.cells = cells;
        int size = Integer.highestOneBit(Math.max(8, features.length * 2 - 1)) << 1;
        this.slots = new int[size];
        this.mask = size - 1;
        for (int i = 0; i < features.length; i++) {
            int at = features[i] & mask;
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = i + 1;
        }
    }

    /**
     * Of weights as they were fitted: those that round to less than {@code least} units are left out.
     *
     * @param features in ascending order
     * @param fitted a row a feature, a column a class
     */
    public static Weights of(int[] features, double[][] fitted, int classes, int least) {
        int[] kept = new int[features.length];
        int[] starts = new int[features.length + 1];
        byte[] columns = new byte[features.length * classes];
        short[] cells = new short[features.length * classes];
        int rows = 0;
        int n = 0;
        for (int i = 0; i < features.length; i++) {
            int before = n;
            for (int c = 0; c < classes; c++) {
                long units = Math.round(fitted[i][c] * UNIT);
                if (Math.abs(units) >= least) {
                    columns[n] = (byte) c;
                    cells[n++] = (short) Math.max(-MOST, Math.min(MOST, units));
                }
            }
            if (n > before) {
                kept[rows] = features[i];
                starts[rows++] = before;
            }
        }
        starts[rows] = n;
        return new Weights(
                classes,
                Arrays.copyOf(kept, rows),
                Arrays.copyOf(starts, rows + 1),
                Arrays.copyOf(columns, n),
                Arrays.copyOf(cells, n));
    }

    static Weights read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int rows = in.readInt();
        int[] features = new int[rows];
        int[] starts = new int[rows + 1];
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < rows; i++) {
            features[i] = i == 0 ? in.readInt() : last + in.readInt();
            last = features[i];
        }
        for (int i = 0; i < rows; i++) {
            starts[i + 1] = starts[i] + in.readUnsignedByte();
        }
        byte[] columns = new byte[starts[rows]];
        in.readFully(columns);
        short[] cells = new short[starts[rows]];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = in.readShort();
        }
        return new Weights(classes, features, starts, columns, cells);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(features.length);
        for (int i = 0; i < features.length; i++) {
            out.writeInt(i == 0 ? features[i] : features[i] - features[i - 1]);
        }
        for (int i = 0; i < features.length; i++) {
            out.writeByte(starts[i + 1] - starts[i]);
        }
        out.write(columns);
        for (short cell : cells) {
            out.writeShort(cell);
        }
    }

    /** The sums of the features' weights, one a class. */
    public double[] scores(int[]... lists) {
        long[] sums = new long[classes];
        for (int[] list : lists) {
            for (int feature : list) {
                int at = feature & mask;
                while (slots[at] != 0) {
                    int row = slots[at] - 1;
                    if (features[row] == feature) {
                        for (int i = starts[row]; i < starts[row + 1]; i++) {
                            sums[columns[i]] += cells[i];
                        }
                        break;
                    }
                    at = at + 1 & mask;
                }
            }
        }
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = sums[c] / (double) UNIT;
        }
        return scores;
    }
}
