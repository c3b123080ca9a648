package io.demarche.coder.parse;

/**
 * A bag of feature hashes, refilled for each decision of the parser. The number that opens each feature (its template)
 * and the mixing are part of the model's format: a change to either makes every trained weight meaningless.
 */
public final class Features {
    private static final int MOST = 160;

    public final long[] hashes = new long[MOST];
    /** Scratch memory of {@link Weights#score}. */
    public final long[] found = new long[MOST];

    public int size;

    public void clear() {
        size = 0;
    }

    /** A feature of template {@code template} with one value. */
    public void add(int template, long value) {
        hashes[size++] = mix(template, value);
    }

    /** A feature of template {@code template} with two values. */
    public void add(int template, long value, long second) {
        hashes[size++] = mix(mix(template, value), second);
    }

    /** A feature of template {@code template} with three values. */
    public void add(int template, long value, long second, long third) {
        hashes[size++] = mix(mix(mix(template, value), second), third);
    }

    /** Two small values (below 512) in one. */
    public static long pair(long a, long b) {
        return a * 512 + b;
    }

    /** Three small values (below 512) in one. */
    public static long triple(long a, long b, long c) {
        return (a * 512 + b) * 512 + c;
    }

    private static long mix(long hash, long value) {
        long h = hash ^ value * 0x9E3779B97F4A7C15L;
        h = Long.rotateLeft(h, 27) * 0xBF58476D1CE4E5B9L;
        return h ^ (h >>> 31);
    }
}
