package io.demarche.coder.text;

/**
 * A sentence of an article's body.
 *
 * @param begin where it begins in the body, in UTF-16 units
 * @param end where it ends, exclusive
 * @param textBegin where its own words begin: after the dateline ("PARIS, Dec 27 (Agency) - ") where it opens with one,
 *     otherwise {@code begin}
 * @param paragraph the number of its paragraph, counted from 0
 * @param headline whether it is written in capitals throughout
 */
public record Sentence(int begin, int end, int textBegin, int paragraph, boolean headline) {
    public Sentence {
        if (begin < 0 || textBegin < begin || end < textBegin) {
            throw new IllegalArgumentException("no sentence: " + begin + ", " + textBegin + ", " + end);
        }
    }

    public boolean hasDateline() {
        return textBegin > begin;
    }

    public TextSpan span() {
        return new TextSpan(begin, end);
    }

    /** The sentence as written in {@code body}, line breaks and dateline included. */
    public String text(String body) {
        return body.substring(begin, end);
    }
}
