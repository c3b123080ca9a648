package io.demarche.coder.text;

import java.util.Arrays;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Where OpenNLP's tokenizer cuts a run of characters without white space. Its answer depends on nothing but the run, so
 * answers are kept: the same few thousand words make up most of the news, and the tokenizer asks its model at each of their
 * letters. Not thread-safe.
 */
final class WordCutter {
    private static final int SLOTS = 1 << 15;
    private static final int[] WHOLE = {};
    /** Longer words are rare and would fill the memory. */
    private static final int LONGEST_KEPT = 24;

    private final TokenizerME tokenizer;
    private final String[] words = new String[SLOTS];
    private final int[][] answers = new int[SLOTS][];

    WordCutter(TokenizerModel model) {
        tokenizer = new TokenizerME(model);
    }

    /** The positions of the cuts inside {@code run}, ascending; none where it stays whole. Not to be written to. */
    int[] cuts(String run) {
        if (run.length() > LONGEST_KEPT) {
            return ask(run);
        }
        int hash = run.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        if (run.equals(words[slot])) {
            return answers[slot];
        }
        int[] answer = ask(run);
        words[slot] = run;
        answers[slot] = answer;
        return answer;
    }

    private int[] ask(String run) {
        Span[] spans = tokenizer.tokenizePos(run);
        int[] cuts = new int[spans.length];
        int n = 0;
        for (int i = 1; i < spans.length; i++) {
            int cut = spans[i].getStart();
            if (!Characters.splitsPair(run, cut)) {
                cuts[n++] = cut;
            }
        }
        return n == 0 ? WHOLE : Arrays.copyOf(cuts, n);
    }
}
