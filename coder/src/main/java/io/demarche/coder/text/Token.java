package io.demarche.coder.text;

/**
 * A word or a mark of punctuation.
 *
 * @param form as written, with quotes and dashes made plain; never empty
 * @param begin where it begins in the text, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Token(String form, int begin, int end) {
    public Token {
        if (form.isEmpty() || begin < 0 || end <= begin) {
            throw new IllegalArgumentException("no token: \"" + form + "\" at " + begin + " to " + end);
        }
    }
}
