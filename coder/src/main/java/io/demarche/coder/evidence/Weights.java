package io.demarche.coder.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What each feature weighs for each class: a linear model. Weights are whole multiples of 1/{@value #UNIT}, so that sums are
 * exact and the same on every machine. Immutable.
 *
 * <p>Most of the time goes by waiting for memory. So a slot of the hash table holds the feature and where its cells begin, its
 * cells lie side by side, and the slots of all features are fetched, then the first cells of all, before any is added.
 */
public final class Weights {
    /** Weights are multiples of one part in so many. */
    public static final int UNIT = 512;

    private static final int MOST = Short.MAX_VALUE;

    private static final int CLASS_SHIFT = 16;
    private static final int CLASS_MASK = 0xff;
    /** The sign of a cell: no cell of the same feature follows. */
    private static final int LAST = 1 << 31;

    private final int classes;
    private final int[] features; // ascending
    private final int[] starts; // of each feature's cells, one more at the end
    private final int[] cells; // a weight in the lower half, its class above, and whether it is the last of its feature
    private final long[] slots; // open addressing: where the cells begin, plus one, above the feature; 0 where free
    private final int mask;

    private Weights(int classes, int[] features, int[] starts, int[] cells) {
        this.classes = classes;
        this.features = features;
        this.starts = starts;
        this.cells = cells;
        int size = Integer.highestOneBit(Math.max(8, features.length * 2 - 1)) << 1;
        this.slots = new long[size];
        this.mask = size - 1;
        for (int i = 0; i < features.length; i++) {
            if (starts[i] < starts[i + 1]) {
                put(features[i], starts[i]);
                cells[starts[i + 1] - 1] |= LAST;
            }
        }
    }

    private void put(int feature, int start) {
        int at = feature & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        slots[at] = start + 1L << Integer.SIZE | Integer.toUnsignedLong(feature);
    }

    private static int cell(int column, int weight) {
        return column << CLASS_SHIFT | weight & 0xffff;
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
        int[] cells = new int[features.length * classes];
        int rows = 0;
        int n = 0;
        for (int i = 0; i < features.length; i++) {
            int before = n;
            for (int c = 0; c < classes; c++) {
                long units = Math.round(fitted[i][c] * UNIT);
                if (Math.abs(units) >= least) {
                    cells[n++] = cell(c, (int) Math.max(-MOST, Math.min(MOST, units)));
                }
            }
            if (n > before) {
                kept[rows] = features[i];
                starts[rows++] = before;
            }
        }
        starts[rows] = n;
        return new Weights(
                classes, Arrays.copyOf(kept, rows), Arrays.copyOf(starts, rows + 1), Arrays.copyOf(cells, n));
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
        int[] cells = new int[starts[rows]];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns[i] & CLASS_MASK, in.readShort());
        }
        return new Weights(classes, features, starts, cells);
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
        for (int cell : cells) {
            out.writeByte(cell >> CLASS_SHIFT);
        }
        for (int cell : cells) {
            out.writeShort(cell);
        }
    }

    /** The sums of the features' weights, one a class. */
    public double[] scores(int[]... lists) {
        long[] sums = new long[classes];
        for (int[] list : lists) {
            add(list, sums);
        }
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = sums[c] / (double) UNIT;
        }
        return scores;
    }

    /** The sum of the features' weights for the first class: exact, so that such sums may be added in any order. */
    double score(int[] list) {
        return scores(list)[0];
    }

    private void add(int[] list, long[] sums) {
        long[] fetched = new long[list.length];
        for (int i = 0; i < list.length; i++) {
            fetched[i] = slots[list[i] & mask];
        }
        int known = 0;
        for (int i = 0; i < list.length; i++) {
            int start = fetched[i] == 0 ? 0 : start(list[i], fetched[i]);
            if (start > 0) {
                fetched[known++] = start - 1L << Integer.SIZE | Integer.toUnsignedLong(cells[start - 1]);
            }
        }
        for (int i = 0; i < known; i++) {
            int at = (int) (fetched[i] >>> Integer.SIZE);
            int cell = (int) fetched[i];
            sums[cell >> CLASS_SHIFT & CLASS_MASK] += (short) cell;
            while (cell >= 0) {
                cell = cells[++at];
                sums[cell >> CLASS_SHIFT & CLASS_MASK] += (short) cell;
            }
        }
    }

    /** Where the feature's cells begin, plus one, if {@code entry} is what lies in its first slot; 0 where it has none. */
    private int start(int feature, long entry) {
        int at = feature & mask;
        long found = entry;
        while (found != 0) {
            if ((int) found == feature) {
                return (int) (found >>> Integer.SIZE);
            }
            at = at + 1 & mask;
            found = slots[at];
        }
        return 0;
    }
}
