package io.demarche.coder.text;

import java.util.Arrays;

/** Numbers for the units that occur in phrases, found by their characters in place: no string is made of the text. */
final class UnitTable {
    private String[] units;
    private int[] slots;
    private int size;

    UnitTable() {
        units = new String[256];
        slots = new int[1024];
    }

    private UnitTable(UnitTable other) {
        units = Arrays.copyOf(other.units, other.size);
        slots = other.slots.clone();
        size = other.size;
    }

    UnitTable copy() {
        return new UnitTable(this);
    }

    /** The unit's number, -1 where no phrase has it. */
    int find(CharSequence text, int from, int to) {
        int slot = slots[slot(text, from, to)];
        return slot - 1;
    }

    /** The unit's number, a new one where it has none. */
    int add(CharSequence text, int from, int to) {
        int slot = slot(text, from, to);
        if (slots[slot] == 0) {
            StringBuilder folded = new StringBuilder(to - from);
            for (int i = from; i < to; i++) {
                folded.append(Units.folded(text.charAt(i)));
            }
            if (size == units.length) {
                units = Arrays.copyOf(units, size * 2);
            }
            units[size++] = folded.toString();
            slots[slot] = size;
            if (size * 4 > slots.length) {
                grow();
                return size - 1;
            }
        }
        return slots[slot] - 1;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        for (int i = 0; i < size; i++) {
            slots[slot(units[i], 0, units[i].length())] = i + 1;
        }
    }

    private int slot(CharSequence text, int from, int to) {
        int hash = Units.hash(text, from, to);
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 16) & mask;
        while (slots[slot] != 0 && !same(units[slots[slot] - 1], text, from, to)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean same(String unit, CharSequence text, int from, int to) {
        if (unit.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (unit.charAt(i - from) != Units.folded(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
