package io.demarche.coder.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * Which words are used alike: each word's cluster in a coarse, a middle and a fine division, taken from word vectors, so that a
 * word that the corpus lacks is treated like its neighbours. Read from {@code word-clusters.tsv}.
 */
public final class WordClusters {
    static final int COARSE = 0;
    static final int MIDDLE = 1;
    static final int FINE = 2;

    private static final String[] UNKNOWN = {"?", "?", "?"};

    private final Map<String, String[]> byWord;

    WordClusters(Map<String, String[]> byWord) {
        this.byWord = byWord;
    }

    public static WordClusters load() {
        return parse(Resources.text("word-clusters.tsv"));
    }

    /** Reads lines of a word and its three clusters, with tabs between. */
    public static WordClusters parse(String text) {
        Map<String, String[]> all = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isEmpty()).forEach(line -> {
            String[] cells = line.split("\t");
            all.put(
                    cells[0],
                    new String[] {("a" + cells[1]).intern(), ("b" + cells[2]).intern(), ("c" + cells[3]).intern()});
        });
        return new WordClusters(all);
    }

    /** The word's clusters, at {@link #COARSE}, {@link #MIDDLE} and {@link #FINE}. */
    String[] of(String lemma) {
        return byWord.getOrDefault(lemma, UNKNOWN);
    }
}
