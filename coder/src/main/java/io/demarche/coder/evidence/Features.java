package io.demarche.coder.evidence;

import java.util.Arrays;

/**
 * Features of one candidate: a list of numbers, each the hash of a template's name and its values. What a number means is not
 * kept; the same values give the same number in every run and on every machine, since {@link String#hashCode()} is fixed by its
 * specification. Not safe for several threads.
 */
public final class Features {
    private static final int START = 128;

    private int[] ids = new int[START];
    private int size;

    /** Adds the template {@code name} with its values. */
    void add(String name, String one) {
        put(mix(mix(17, name), one));
    }

    void add(String name, String one, String two) {
        put(mix(mix(mix(17, name), one), two));
    }

    void add(String name, String one, String two, String three) {
        put(mix(mix(mix(mix(17, name), one), two), three));
    }

    void add(String name, String one, String two, String three, String four) {
        put(mix(mix(mix(mix(mix(17, name), one), two), three), four));
    }

    private void put(int hash) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = spread(hash);
    }

    /** The features so far, each once, in ascending order; starts anew. */
    int[] take() {
        int[] taken = Arrays.copyOf(ids, size);
        size = 0;
        Arrays.sort(taken);
        int kept = 0;
        for (int i = 0; i < taken.length; i++) {
            if (i == 0 || taken[i] != taken[i - 1]) {
                taken[kept++] = taken[i];
            }
        }
        return kept == taken.length ? taken : Arrays.copyOf(taken, kept);
    }

    private static int mix(int hash, String value) {
        int mixed = hash * 0x9E3779B1 + value.hashCode();
        mixed ^= mixed >>> 15;
        return mixed * 0x85EBCA6B;
    }

    private static int spread(int hash) {
        int mixed = hash ^ hash >>> 13;
        mixed *= 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
