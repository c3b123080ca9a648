package io.demarche.coder.text;

import java.util.ArrayList;
import java.util.List;

/** Phrases by their units, as a tree: a path from the top is the beginning of a phrase. */
final class PhraseTree<T> {
    static final int TOP = 0;
    static final int NONE = -1;

    /**
     * A phrase's end.
     *
     * @param units its units as written
     * @param rule how its case must agree
     * @param groups its groups, as bits
     * @param value what it stands for
     */
    record Entry<T>(List<String> units, CaseRule rule, int groups, T value) {
        Entry {
            units = List.copyOf(units);
        }

        /** Whether the phrase, known to agree but for case, may be read at {@code from}. */
        boolean admits(CharSequence text, int from, int end) {
            if (rule == CaseRule.ANY) {
                return true;
            }
            int at = from;
            for (String unit : units) {
                at = Units.next(text, at, end);
                int to = at + unit.length();
                if (!rule.admits(unit, text, at, to)) {
                    return false;
                }
                at = to;
            }
            return true;
        }
    }

    private final List<List<Entry<T>>> entries;
    /** Open-addressing table of the children: parent and unit in one key, 0 for a free slot. */
    private long[] keys;

    private int[] children;

    PhraseTree() {
        entries = new ArrayList<>();
        entries.add(List.of());
        keys = new long[1024];
        children = new int[1024];
    }

    private PhraseTree(PhraseTree<T> other) {
        entries = List.copyOf(other.entries);
        keys = other.keys.clone();
        children = other.children.clone();
    }

    PhraseTree<T> copy() {
        return new PhraseTree<>(this);
    }

    int child(int node, int unit) {
        int slot = slot(key(node, unit));
        return keys[slot] == 0 ? NONE : children[slot];
    }

    int childOrNew(int node, int unit) {
        int slot = slot(key(node, unit));
        if (keys[slot] != 0) {
            return children[slot];
        }
        int child = entries.size();
        entries.add(List.of());
        keys[slot] = key(node, unit);
        children[slot] = child;
        if (entries.size() * 3 > keys.length) {
            grow();
        }
        return child;
    }

    void add(int node, Entry<T> entry) {
        List<Entry<T>> more = new ArrayList<>(entries.get(node));
        more.add(entry);
        entries.set(node, List.copyOf(more));
    }

    boolean isPhrase(int node) {
        return !entries.get(node).isEmpty();
    }

    boolean admits(int node, CharSequence text, int from, int end) {
        for (Entry<T> entry : entries.get(node)) {
            if (entry.admits(text, from, end)) {
                return true;
            }
        }
        return false;
    }

    List<T> values(int node, CharSequence text, int from, int end) {
        List<T> values = new ArrayList<>();
        for (Entry<T> entry : entries.get(node)) {
            if (entry.admits(text, from, end)) {
                values.add(entry.value());
            }
        }
        return values;
    }

    int groups(int node, CharSequence text, int from, int end) {
        int groups = 0;
        for (Entry<T> entry : entries.get(node)) {
            groups |= entry.admits(text, from, end) ? entry.groups() : 0;
        }
        return groups;
    }

    private static long key(int node, int unit) {
        return (long) node << 32 | unit + 1;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 4];
        children = new int[oldKeys.length * 4];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                children[slot] = oldChildren[i];
            }
        }
    }
}
