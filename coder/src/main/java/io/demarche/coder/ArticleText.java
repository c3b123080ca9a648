package io.demarche.coder;

import io.demarche.coder.text.Sentence;
import java.util.BitSet;
import java.util.List;

/**
 * An article's text on its way to single sentences.
 *
 * @param body the text that is read
 * @param sentences its sentences; empty until it is split, and where it is not read at all
 * @param wanted which of them are read
 */
record ArticleText(String body, List<Sentence> sentences, BitSet wanted) {
    static ArticleText of(String body) {
        return new ArticleText(body, List.of(), new BitSet());
    }

    ArticleText with(List<Sentence> found) {
        return new ArticleText(body, found, wanted);
    }

    ArticleText with(BitSet chosen) {
        return new ArticleText(body, sentences, chosen);
    }
}
