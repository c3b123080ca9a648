package io.demarche.coder.parse;

import java.util.Map;

/** The words of the sentence in hand, as numbers. Reused from sentence to sentence: one to a thread. */
public final class Words {
    private static final int FIRST_SIZE = 64;

    public int size;
    public String[] form = new String[0];
    public int[] word = new int[FIRST_SIZE];
    public int[] cluster = new int[FIRST_SIZE];
    public int[] tag = new int[FIRST_SIZE];

    public void reset(String[] forms, Map<String, Integer> clusters) {
        size = forms.length;
        form = forms;
        if (word.length < size) {
            word = new int[size * 2];
            cluster = new int[size * 2];
            tag = new int[size * 2];
        }
        for (int i = 0; i < size; i++) {
            String normal = WordForm.normal(forms[i]);
            word[i] = WordForm.word(normal);
            cluster[i] = clusters.getOrDefault(normal, 0);
        }
    }
}
