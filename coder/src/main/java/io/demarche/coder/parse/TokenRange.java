package io.demarche.coder.parse;

/**
 * Neighbouring tokens of a sentence.
 *
 * @param begin index of the first
 * @param end index after the last; not before {@code begin}
 */
public record TokenRange(int begin, int end) {
    public TokenRange {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no range of tokens: " + begin + " to " + end);
        }
    }

    public boolean contains(int token) {
        return token >= begin && token < end;
    }

    public int size() {
        return end - begin;
    }
}
