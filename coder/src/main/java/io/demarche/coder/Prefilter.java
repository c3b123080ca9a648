package io.demarche.coder;

import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.text.Sentence;

/** Tells cheaply what cannot report an act, so that only the rest is parsed. */
final class Prefilter {
    private final Lexicon lexicon;

    Prefilter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether the text names a state, an organisation or a leader at all. */
    boolean mayReport(String body) {
        return lexicon.names().groups(body, 0, body.length(), 1) != 0;
    }

    /** Whether the sentence may report an act, given that the article names somebody. */
    boolean admits(String body, Sentence sentence) {
        return sentence.end() > sentence.textBegin();
    }
}
