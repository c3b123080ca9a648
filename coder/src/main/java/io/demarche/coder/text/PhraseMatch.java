package io.demarche.coder.text;

import java.util.List;

/**
 * A phrase that was found.
 *
 * @param begin where: a position in the text in UTF-16 units, or the index of a token, whichever was searched
 * @param end where it ends, exclusive
 * @param values what the phrase stands for, in the order in which it was added; never empty
 * @param <T> what phrases stand for
 */
public record PhraseMatch<T>(int begin, int end, List<T> values) {
    public PhraseMatch {
        values = List.copyOf(values);
    }
}
