package io.demarche.coder.evidence;

import java.util.Arrays;

/**
 * Features of one candidate: a list of numbers, each the hash of a template's name and its values. What a number means is not
 * kept; the same values give the same number in every run and on every machine, since {@link String#hashCode()} is fixed by its
 * specification. Not safe for several threads.
 */
public final class Features {
    private static final int START = 512;

    private int[] ids = new int[START];
    private int size;
    /** Open addressing: in which round a feature was added, above the feature. */
    private long[] seen = new long[START * 2];

    private long round = 1;

    /** Adds the template {@code name} with its values. */
    void add(String name, String one) {
        hashed(mix(mix(17, name), one));
    }

    void add(String name, String one, String two) {
        hashed(mix(mix(mix(17, name), one), two));
    }

    void add(String name, String one, String two, String three) {
        hashed(mix(mix(mix(mix(17, name), one), two), three));
    }

    void add(String name, String one, String two, String three, String four) {
        hashed(mix(mix(mix(mix(mix(17, name), one), two), three), four));
    }

    /** Adds features that were taken before. */
    void addAll(int[] taken) {
        for (int id : taken) {
            put(id);
        }
    }

    private void hashed(int hash) {
        put(spread(hash));
    }

    private void put(int id) {
        if (isNew(id)) {
            ids[size++] = id;
            if (size == ids.length) {
                grow();
            }
        }
    }

    private boolean isNew(int id) {
        long entry = round << Integer.SIZE | Integer.toUnsignedLong(id);
        int mask = seen.length - 1;
        int at = id & mask;
        while (seen[at] >>> Integer.SIZE == round) {
            if (seen[at] == entry) {
                return false;
            }
            at = at + 1 & mask;
        }
        seen[at] = entry;
        return true;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, size * 2);
        seen = new long[ids.length * 2];
        for (int i = 0; i < size; i++) {
            isNew(ids[i]);
        }
    }

    /** The features so far, each once; starts anew. */
    int[] take() {
        int[] taken = Arrays.copyOf(ids, size);
        size = 0;
        if (++round == Integer.MAX_VALUE) {
            round = 1;
            Arrays.fill(seen, 0);
        }
        return taken;
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
