package io.demarche.training.parser;

import io.demarche.coder.parse.Features;
import io.demarche.coder.parse.Weights;
import java.util.Arrays;

/**
 * A multi-class perceptron over hashed features, whose final weights are their averages over all steps (Freund and Schapire
 * 1999, kept as Daumé 2006 does: beside each weight the sum of its changes times the step at which they came). What it has
 * learnt is read at run time as {@link Weights}.
 */
final class Perceptron {
    private static final int FIRST_SLOTS = 1 << 18;
    private static final int FIRST_ROWS = 1 << 12;
    private static final int MOST_WEIGHTS = Integer.MAX_VALUE - 16;

    private final int classes;
    /** In each slot a feature's key plus one, or 0. */
    private long[] slots = new long[FIRST_SLOTS];

    private int[] rowOfSlot = new int[FIRST_SLOTS];
    private float[] weights;
    private float[] weighted;
    private int rows;
    private long step = 1;

    Perceptron(int classes) {
        this.classes = classes;
        weights = new float[classes * FIRST_ROWS];
        weighted = new float[classes * FIRST_ROWS];
    }

    int classes() {
        return classes;
    }

    /** How many features it has a weight for. */
    int size() {
        return rows;
    }

    /** Fills {@code scores[0 … classes)} with the sums of the weights of the features. */
    void score(Features features, float[] scores) {
        Arrays.fill(scores, 0, classes, 0f);
        for (int i = 0; i < features.size; i++) {
            int slot = slot(Weights.key(features.hashes[i]));
            if (slots[slot] != 0) {
                int first = rowOfSlot[slot] * classes;
                for (int c = 0; c < classes; c++) {
                    scores[c] += weights[first + c];
                }
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

    /** One step: where the guess was wrong, every feature speaks more for the right class and less for the guessed one. */
    void learn(Features features, int right, int guess) {
        step++;
        if (right == guess) {
            return;
        }
        for (int i = 0; i < features.size; i++) {
            int first = rowFor(Weights.key(features.hashes[i])) * classes;
            weights[first + right]++;
            weighted[first + right] += step;
            weights[first + guess]--;
            weighted[first + guess] -= step;
        }
    }

    /** Ends the training: from now on the weights are the averages. */
    void average() {
        for (int i = 0; i < rows * classes; i++) {
            weights[i] -= weighted[i] / step;
        }
        weighted = new float[0];
    }

    /** The keys of the features that have a weight of at least {@code least}, ascending. */
    long[] keys(double least) {
        long[] keys = new long[rows];
        int n = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != 0 && largest(rowOfSlot[slot]) >= least) {
                keys[n++] = slots[slot] - 1;
            }
        }
        long[] kept = Arrays.copyOf(keys, n);
        Arrays.sort(kept);
        return kept;
    }

    /** The weight of a feature that it knows, for one class. */
    float weight(long key, int c) {
        return weights[rowOfSlot[slot(key)] * classes + c];
    }

    private float largest(int row) {
        float largest = 0;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, Math.abs(weights[row * classes + c]));
        }
        return largest;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key ^ (key >>> 29)) & mask;
        while (slots[slot] != 0 && slots[slot] != key + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int rowFor(long key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return rowOfSlot[slot];
        }
        if (rows * 10L > slots.length * 6L) {
            moreSlots();
            slot = slot(key);
        }
        if ((rows + 1) * classes > weights.length) {
            int more = (int) Math.min(MOST_WEIGHTS, weights.length * 8L / 5);
            weights = Arrays.copyOf(weights, more);
            weighted = Arrays.copyOf(weighted, more);
        }
        slots[slot] = key + 1;
        rowOfSlot[slot] = rows;
        return rows++;
    }

    private void moreSlots() {
        long[] oldSlots = slots;
        int[] oldRows = rowOfSlot;
        slots = new long[oldSlots.length * 2];
        rowOfSlot = new int[oldSlots.length * 2];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != 0) {
                int slot = slot(oldSlots[i] - 1);
                slots[slot] = oldSlots[i];
                rowOfSlot[slot] = oldRows[i];
            }
        }
    }
}
