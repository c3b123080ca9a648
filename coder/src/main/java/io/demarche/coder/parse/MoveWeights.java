package io.demarche.coder.parse;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The classifier of moves: like {@link Weights}, but for three classes, whose weights fit into the slot of their feature. A move
 * asks for a hundred features, and waits for memory once for each, not twice. Immutable.
 *
 * <p>A slot is one number: the upper bits of the key, how far the slot lies behind the key's home, a mark that it is taken, and
 * three weights. The lower bits of the key need no room, as they follow from the upper ones and the home.
 */
public final class MoveWeights {
    private static final int CLASSES = 3;
    private static final int KEY_BITS = 40;
    private static final int SLOT_BITS = 21;
    private static final int FOLD = 29;
    private static final int DISTANCE_BITS = 5;
    private static final int FARTHEST = (1 << DISTANCE_BITS) - 1;
    private static final int WEIGHT_BITS = 13;
    private static final int UNUSED_BITS = Long.SIZE - WEIGHT_BITS;
    private static final int MOST = (1 << WEIGHT_BITS - 1) - 1;
    private static final long TAKEN = 1L << CLASSES * WEIGHT_BITS;
    private static final int NAME_SHIFT = Long.SIZE - (KEY_BITS - SLOT_BITS) - DISTANCE_BITS;
    private static final int MASK = (1 << SLOT_BITS) - 1;

    private final long[] slots;

    private MoveWeights(long[] slots) {
        this.slots = slots;
    }

    /** Reads the classifier as {@link Weights#read} does. */
    static MoveWeights read(DataInputStream in) throws IOException {
        int classes = ParserModel.count(in, CLASSES, "moves");
        long[] keys = Weights.readKeys(in, 1 << SLOT_BITS - 1);
        long[] slots = new long[1 << SLOT_BITS];
        int[] weights = new int[CLASSES];
        for (long key : keys) {
            Arrays.fill(weights, 0);
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                int c = in.readUnsignedByte();
                int weight = Weights.readWeight(in);
                if (c >= classes || Math.abs(weight) > MOST) {
                    throw new IOException("damaged: a weight of " + weight + " for move " + c);
                }
                weights[c] = weight;
            }
            put(slots, key, weights);
        }
        return new MoveWeights(slots);
    }

    private static void put(long[] slots, long key, int[] weights) throws IOException {
        long entry = TAKEN;
        for (int c = 0; c < CLASSES; c++) {
            entry |= (weights[c] & (1L << WEIGHT_BITS) - 1) << c * WEIGHT_BITS;
        }
        int home = home(key);
        for (int distance = 0; distance <= FARTHEST; distance++) {
            int slot = home + distance & MASK;
            if (slots[slot] == 0) {
                slots[slot] = name(key) + distance << NAME_SHIFT | entry;
                return;
            }
        }
        throw new IOException("damaged: too many features alike");
    }

    public int classes() {
        return CLASSES;
    }

    /** Fills {@code scores[0 … 3)} with the sums of the weights of the features. */
    void score(Features features, int[] scores) {
        int n = features.size;
        long[] hashes = features.hashes;
        long[] found = features.found;
        for (int i = 0; i < n; i++) {
            found[i] = slots[home(Weights.key(hashes[i]))];
        }
        int shift = 0;
        int left = 0;
        int right = 0;
        for (int i = 0; i < n; i++) {
            long entry = found[i];
            if (entry != 0) {
                long key = Weights.key(hashes[i]);
                entry = entry >>> NAME_SHIFT == name(key) ? entry : behind(key);
                shift += weight(entry, TransitionState.SHIFT);
                left += weight(entry, TransitionState.LEFT);
                right += weight(entry, TransitionState.RIGHT);
            }
        }
        scores[TransitionState.SHIFT] = shift;
        scores[TransitionState.LEFT] = left;
        scores[TransitionState.RIGHT] = right;
    }

    private static int weight(long entry, int c) {
        return (int) (entry << UNUSED_BITS - c * WEIGHT_BITS >> UNUSED_BITS);
    }

    /** The entry of a key whose home is another's; 0, which weighs nothing, where it has none. */
    private long behind(long key) {
        int home = home(key);
        for (int distance = 1; distance <= FARTHEST; distance++) {
            long entry = slots[home + distance & MASK];
            if (entry == 0 || entry >>> NAME_SHIFT == name(key) + distance) {
                return entry;
            }
        }
        return 0;
    }

    /** What tells a key from others of the same home, with room for the distance from it. */
    private static long name(long key) {
        return key >>> SLOT_BITS << DISTANCE_BITS;
    }

    private static int home(long key) {
        return (int) (key ^ key >>> FOLD) & MASK;
    }
}
