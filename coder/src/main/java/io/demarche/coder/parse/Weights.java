package io.demarche.coder.parse;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear classifier over hashed features: for each known feature the quantised weights of the classes for which it has any,
 * behind an open-addressing hash table. Immutable, so that any number of threads may share it.
 *
 * <p>The table is larger than a processor's own cache and most of the parser's time is waiting for it. So a slot is one
 * number, which holds the key and where the weights begin, and {@link #score} first fetches the slots of all features, then the
 * first weights of those that it knows, which the processor does side by side, before it looks at any.
 */
public final class Weights {
    /** The file holds each key as the difference to the one before, the first as that to this. */
    public static final long BEFORE_FIRST_KEY = -1;

    private static final int PLACE_BITS = 24;
    private static final int MOST_CELLS = (1 << PLACE_BITS) - 1;
    private static final int MOST_CLASSES = 256;
    private static final int CLASS_SHIFT = 16;
    private static final int CLASS_MASK = MOST_CLASSES - 1;
    /** The sign of a cell: no cell of the same feature follows. */
    private static final int LAST = 1 << 31;

    private final int classes;
    private final int mask;
    /** In each slot a key above the place of its first cell plus one, or 0. */
    private final long[] slots;
    /** In each a weight in the lower half, its class above, and whether it is the last of its feature. */
    private final int[] cells;

    private Weights(int classes, long[] slots, int[] cells) {
        this.classes = classes;
        this.mask = slots.length - 1;
        this.slots = slots;
        this.cells = cells;
    }

    /**
     * Reads one classifier: the number of classes and of features, the features' keys (sorted, as differences), then for
     * each feature its non-zero weights as pairs of class and zigzag value.
     */
    public static Weights read(DataInputStream in) throws IOException {
        int classes = ParserModel.count(in, MOST_CLASSES, "classes");
        long[] keys = readKeys(in, MOST_CELLS);
        int features = keys.length;
        long[] slots = new long[Integer.highestOneBit(Math.max(features, 8)) * 4];
        int[] cells = new int[features * 2];
        int n = 0;
        for (int i = 0; i < features; i++) {
            int first = n;
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                int c = in.readUnsignedByte();
                int weight = readWeight(in);
                if (c >= classes || n == MOST_CELLS) {
                    throw new IOException("damaged: a weight for class " + c + " of " + classes);
                }
                cells = n < cells.length ? cells : Arrays.copyOf(cells, n * 2);
                cells[n++] = c << CLASS_SHIFT | weight & 0xffff;
            }
            if (n > first) {
                cells[n - 1] |= LAST;
                put(slots, keys[i], first);
            }
        }
        return new Weights(classes, slots, Arrays.copyOf(cells, n));
    }

    /** The number of features, and their keys. */
    static long[] readKeys(DataInputStream in, int most) throws IOException {
        long[] keys = new long[ParserModel.count(in, most, "features")];
        long key = BEFORE_FIRST_KEY;
        for (int i = 0; i < keys.length; i++) {
            key += ParserModel.readVariable(in);
            keys[i] = key;
        }
        return keys;
    }

    static int readWeight(DataInputStream in) throws IOException {
        int zigzag = (int) ParserModel.readVariable(in);
        return (short) (zigzag >>> 1 ^ -(zigzag & 1));
    }

    private static void put(long[] slots, long key, int place) {
        int slot = home(key, slots.length - 1);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key << PLACE_BITS | place + 1;
    }

    public int classes() {
        return classes;
    }

    /** Fills {@code scores[0 … classes)} with the sums of the weights of the features. */
    public void score(Features features, int[] scores) {
        Arrays.fill(scores, 0, classes, 0);
        int n = features.size;
        long[] hashes = features.hashes;
        long[] found = features.found;
        for (int i = 0; i < n; i++) {
            found[i] = slots[home(key(hashes[i]), mask)];
        }
        int known = 0;
        for (int i = 0; i < n; i++) {
            int at = found[i] == 0 ? -1 : place(key(hashes[i]), found[i]);
            if (at >= 0) {
                found[known++] = (long) at << Integer.SIZE | Integer.toUnsignedLong(cells[at]);
            }
        }
        for (int i = 0; i < known; i++) {
            int at = (int) (found[i] >>> Integer.SIZE);
            int cell = (int) found[i];
            scores[cell >> CLASS_SHIFT & CLASS_MASK] += (short) cell;
            while (cell >= 0) {
                cell = cells[++at];
                scores[cell >> CLASS_SHIFT & CLASS_MASK] += (short) cell;
            }
        }
    }

    /** The class with the highest score; of several the first. */
    public int best(Features features, int[] scores) {
        score(features, scores);
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }

    /** Where the cells of {@code key} begin if {@code entry} is what lies in its home slot; -1 where it has none. */
    private int place(long key, long entry) {
        int slot = home(key, mask);
        long found = entry;
        while (found != 0) {
            if (found >>> PLACE_BITS == key) {
                return (int) (found & MOST_CELLS) - 1;
            }
            slot = slot + 1 & mask;
            found = slots[slot];
        }
        return -1;
    }

    private static int home(long key, int mask) {
        return (int) (key ^ (key >>> 29)) & mask;
    }

    /** The key of a feature: its upper 40 bits, as the model stores no more (a false hit is a matter of one in a million). */
    public static long key(long hash) {
        return hash >>> PLACE_BITS;
    }
}
