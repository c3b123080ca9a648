package io.demarche.coder.evidence;

import io.demarche.coder.parse.ParsedSentence;

/** The clusters of a sentence's words, looked up once each: many features of many words ask for the same. Immutable. */
final class SentenceClusters {
    private final String[][] byToken;

    SentenceClusters(ParsedSentence s, WordClusters clusters) {
        this.byToken = new String[s.size()][];
        for (int i = 0; i < byToken.length; i++) {
            byToken[i] = clusters.of(s.lemma(i));
        }
    }

    String coarse(int token) {
        return byToken[token][WordClusters.COARSE];
    }

    String middle(int token) {
        return byToken[token][WordClusters.MIDDLE];
    }

    String fine(int token) {
        return byToken[token][WordClusters.FINE];
    }
}
