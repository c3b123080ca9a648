package io.demarche.coder.attribute;

import java.util.Locale;

/**
 * A 64-bit simhash over shingles of four words (Charikar 2002): bodies that differ in a few words differ in a few bits.
 * Case, punctuation and white space do not count.
 */
public final class Fingerprint {
    private static final int WORDS = 4;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The fingerprint of a text; 0 for one without words. */
    public static long of(String text) {
        int[] votes = new int[Long.SIZE];
        long[] recent = new long[WORDS];
        int count = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        int i = 0;
        while (i < lower.length()) {
            long hash = OFFSET;
            int begin = i;
            while (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) {
                hash = (hash ^ lower.charAt(i)) * PRIME;
                i++;
            }
            if (i > begin) {
                recent[count++ % WORDS] = hash;
                if (count >= WORDS) {
                    vote(votes, shingle(recent, count));
                }
            } else {
                i++;
            }
        }
        if (count > 0 && count < WORDS) {
            vote(votes, shingle(recent, count));
        }
        long bits = 0;
        for (int b = 0; b < Long.SIZE; b++) {
            if (votes[b] > 0) {
                bits |= 1L << b;
            }
        }
        return bits;
    }

    private static long shingle(long[] recent, int count) {
        long hash = OFFSET;
        for (int k = 0; k < WORDS; k++) {
            hash = mix(hash * 31 + recent[(count + k) % WORDS]);
        }
        return hash;
    }

    private static void vote(int[] votes, long hash) {
        for (int b = 0; b < Long.SIZE; b++) {
            votes[b] += (hash >>> b & 1) == 1 ? 1 : -1;
        }
    }

    /** SplitMix64's finaliser: every bit of the result depends on every bit of the input. */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
