package io.demarche.text;

import java.util.Arrays;
import java.util.Set;

/** A text while it is mended: characters, each with the place it comes from. Grows at its end. */
final class TracedText implements CharSequence {
    private char[] chars;
    private int[] begins;
    private int[] ends;
    private int length;

    TracedText(int expected) {
        chars = new char[expected + 16];
        begins = new int[chars.length];
        ends = new int[chars.length];
    }

    void append(char c, int begin, int end) {
        if (length == chars.length) {
            int larger = length * 2;
            chars = Arrays.copyOf(chars, larger);
            begins = Arrays.copyOf(begins, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        chars[length] = c;
        begins[length] = begin;
        ends[length] = end;
        length++;
    }

    void truncate(int to) {
        length = to;
    }

    /** Takes the characters between two positions out. */
    void remove(int from, int to) {
        System.arraycopy(chars, to, chars, from, length - to);
        System.arraycopy(begins, to, begins, from, length - to);
        System.arraycopy(ends, to, ends, from, length - to);
        length -= to - from;
    }

    /** Where the character comes from. */
    int begin(int position) {
        return begins[position];
    }

    /** Where what the character comes from ends. */
    int end(int position) {
        return ends[position];
    }

    boolean endsWith(String suffix) {
        int from = length - suffix.length();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < suffix.length(); i++) {
            if (chars[from + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The last character; NUL where there is none. */
    char last() {
        return last(1);
    }

    /** The last character but {@code back - 1}; NUL where there is none. */
    char last(int back) {
        return length >= back ? chars[length - back] : 0;
    }

    MendedText mended(int given, Set<Damage> damages) {
        return new MendedText(toString(), given, Arrays.copyOf(begins, length), Arrays.copyOf(ends, length), damages);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public String subSequence(int begin, int end) {
        return new String(chars, begin, end - begin);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
