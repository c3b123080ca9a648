package io.demarche.coder.parse;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear classifier over hashed features: for each known feature one quantised weight a class, behind an
 * open-addressing hash table. Immutable, so that any number of threads may share it.
 */
final class Weights {
    private static final int MOST_FEATURES = 1 << 24;
    private static final int MOST_CLASSES = 256;

    private final int classes;
    private final int mask;
    private final long[] keys;
    private final int[] rows;
    private final short[] weights;

    private Weights(int classes, int features) {
        this.classes = classes;
        int slots = Integer.highestOneBit(Math.max(features, 8)) * 4;
        mask = slots - 1;
        keys = new long[slots];
        rows = new int[slots];
        weights = new short[features * classes];
    }

    /**
     * Reads one classifier: the number of classes and of features, the features' keys (sorted, as differences), then for
     * each feature its non-zero weights as pairs of class and zigzag value.
     */
    static Weights read(DataInputStream in) throws IOException {
        int classes = ParserModel.count(in, MOST_CLASSES, "classes");
        int features = ParserModel.count(in, MOST_FEATURES, "features");
        Weights result = new Weights(classes, features);
        int[] slots = new int[features];
        long key = 0;
        for (int row = 0; row < features; row++) {
            key += ParserModel.readVariable(in);
            int slot = result.slot(key);
            slots[row] = slot;
            result.keys[slot] = key;
        }
        for (int row = 0; row < features; row++) {
            int first = row * classes;
            result.rows[slots[row]] = first;
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                int c = in.readUnsignedByte();
                int zigzag = (int) ParserModel.readVariable(in);
                result.weights[first + c] = (short) (zigzag >>> 1 ^ -(zigzag & 1));
            }
        }
        return result;
    }

    int classes() {
        return classes;
    }

    /** Fills {@code scores[0 … classes)} with the sums of the weights of the features. */
    void score(Features features, float[] scores) {
        int k = classes;
        Arrays.fill(scores, 0, k, 0f);
        for (int i = 0; i < features.size; i++) {
            int slot = slot(key(features.hashes[i]));
            if (keys[slot] == 0) {
                continue;
            }
            int first = rows[slot];
            for (int c = 0; c < k; c++) {
                scores[c] += weights[first + c];
            }
        }
    }

    /** The class with the highest score; of several the first. */
    int best(Features features, float[] scores) {
        score(features, scores);
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 29)) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * The key of a feature in the table: its upper 40 bits, as the model stores no more (a false hit is a matter of one in
     * a million). Never 0, which marks a free slot.
     */
    private static long key(long hash) {
        return (hash >>> 24) + 1;
    }
}
