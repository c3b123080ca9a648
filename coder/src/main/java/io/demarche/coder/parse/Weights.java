package io.demarche.coder.parse;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear classifier over hashed features: for each known feature one quantised weight a class, behind an
 * open-addressing hash table. Immutable, so that any number of threads may share it.
 *
 * <p>The table is larger than a processor's own cache and most of the parser's time is waiting for it. So a slot is one
 * number, which holds key and row, and {@link #score} first fetches the slots of all features, which the processor does side
 * by side, before it looks at any.
 */
public final class Weights {
    /** The file holds each key as the difference to the one before, the first as that to this. */
    public static final long BEFORE_FIRST_KEY = -1;

    private static final int ROW_BITS = 24;
    private static final int MOST_FEATURES = (1 << ROW_BITS) - 1;
    private static final int MOST_CLASSES = 256;

    private final int classes;
    private final int mask;
    /** In each slot a key above a row plus one, or 0. */
    private final long[] slots;

    private final short[] weights;

    private Weights(int classes, int features) {
        this.classes = classes;
        slots = new long[Integer.highestOneBit(Math.max(features, 8)) * 4];
        mask = slots.length - 1;
        weights = new short[features * classes];
    }

    /**
     * Reads one classifier: the number of classes and of features, the features' keys (sorted, as differences), then for
     * each feature its non-zero weights as pairs of class and zigzag value.
     */
    public static Weights read(DataInputStream in) throws IOException {
        int classes = ParserModel.count(in, MOST_CLASSES, "classes");
        int features = ParserModel.count(in, MOST_FEATURES, "features");
        Weights result = new Weights(classes, features);
        long key = BEFORE_FIRST_KEY;
        for (int row = 0; row < features; row++) {
            key += ParserModel.readVariable(in);
            result.put(key, row);
        }
        for (int row = 0; row < features; row++) {
            int first = row * classes;
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                int c = in.readUnsignedByte();
                int zigzag = (int) ParserModel.readVariable(in);
                result.weights[first + c] = (short) (zigzag >>> 1 ^ -(zigzag & 1));
            }
        }
        return result;
    }

    public int classes() {
        return classes;
    }

    /** Fills {@code scores[0 … classes)} with the sums of the weights of the features. */
    public void score(Features features, int[] scores) {
        int k = classes;
        Arrays.fill(scores, 0, k, 0);
        int n = features.size;
        long[] hashes = features.hashes;
        long[] found = features.found;
        for (int i = 0; i < n; i++) {
            found[i] = slots[home(key(hashes[i]))];
        }
        for (int i = 0; i < n; i++) {
            if (found[i] == 0) {
                continue;
            }
            int row = row(key(hashes[i]), found[i]);
            if (row < 0) {
                continue;
            }
            int first = row * k;
            for (int c = 0; c < k; c++) {
                scores[c] += weights[first + c];
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

    private void put(long key, int row) {
        int slot = home(key);
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = key << ROW_BITS | row + 1;
    }

    /** The row of {@code key} where {@code entry} is what lies in its home slot; -1 where it has none. */
    private int row(long key, long entry) {
        int slot = home(key);
        while (entry != 0) {
            if (entry >>> ROW_BITS == key) {
                return (int) (entry & MOST_FEATURES) - 1;
            }
            slot = (slot + 1) & mask;
            entry = slots[slot];
        }
        return -1;
    }

    private int home(long key) {
        return (int) (key ^ (key >>> 29)) & mask;
    }

    /** The key of a feature: its upper 40 bits, as the model stores no more (a false hit is a matter of one in a million). */
    public static long key(long hash) {
        return hash >>> ROW_BITS;
    }
}
