package io.demarche.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of eight words: two texts that share one have borrowed from each other. */
public final class WordRuns {
    /** How many words in a row are no accident. */
    public static final int LENGTH = 8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private WordRuns() {}

    /** All runs of a text, in its order, in lower case. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + LENGTH)));
        }
        return runs;
    }
}
