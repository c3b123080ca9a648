package io.demarche.coder.text;

/**
 * A stretch of a text.
 *
 * @param begin where it begins, in UTF-16 units
 * @param end where it ends, exclusive; not before {@code begin}
 */
public record TextSpan(int begin, int end) {
    public TextSpan {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no span: " + begin + " to " + end);
        }
    }

    public int length() {
        return end - begin;
    }

    public String of(String text) {
        return text.substring(begin, end);
    }
}
