package io.demarche.coder.parse;

import java.util.Map;
import java.util.function.Function;

/** The words of the sentence in hand, as numbers. Reused from sentence to sentence: one to a thread. */
public final class Words {
    private static final int FIRST_SIZE = 64;

    public int size;
    public String[] form = new String[0];
    public int[] word = new int[FIRST_SIZE];
    public int[] cluster = new int[FIRST_SIZE];
    public int[] tag = new int[FIRST_SIZE];
    FormFacts[] facts = new FormFacts[FIRST_SIZE];

    public void reset(String[] forms, Map<String, Integer> clusters) {
        reset(forms, each -> FormFacts.of(each, clusters));
    }

    void reset(String[] forms, Function<String, FormFacts> known) {
        size = forms.length;
        form = forms;
        if (word.length < size) {
            word = new int[size * 2];
            cluster = new int[size * 2];
            tag = new int[size * 2];
            facts = new FormFacts[size * 2];
        }
        for (int i = 0; i < size; i++) {
            facts[i] = known.apply(forms[i]);
            word[i] = facts[i].word();
            cluster[i] = facts[i].cluster();
        }
    }
}
