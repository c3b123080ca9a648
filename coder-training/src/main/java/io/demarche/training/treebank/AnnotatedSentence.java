package io.demarche.training.treebank;

import java.util.List;

/**
 * A sentence with its tree, as a teacher sees it.
 *
 * @param forms the tokens' forms, at least one
 * @param tags one part-of-speech tag a token (Penn Treebank)
 * @param heads the index of each token's head, {@value #ROOT} for a root
 * @param labels one dependency label a token (CLEAR)
 */
public record AnnotatedSentence(List<String> forms, List<String> tags, List<Integer> heads, List<String> labels) {
    /** The head of a token that hangs from nothing. */
    public static final int ROOT = -1;

    public AnnotatedSentence {
        forms = List.copyOf(forms);
        tags = List.copyOf(tags);
        heads = List.copyOf(heads);
        labels = List.copyOf(labels);
        int n = forms.size();
        if (n == 0 || tags.size() != n || heads.size() != n || labels.size() != n) {
            throw new IllegalArgumentException("not one tag, head and label for each of " + n + " tokens");
        }
        for (int i = 0; i < n; i++) {
            if (forms.get(i).isEmpty()) {
                throw new IllegalArgumentException("token " + (i + 1) + " is empty");
            }
            if (heads.get(i) < ROOT || heads.get(i) >= n || heads.get(i) == i) {
                throw new IllegalArgumentException("token " + (i + 1) + " has no head " + (heads.get(i) + 1));
            }
        }
    }

    public int size() {
        return forms.size();
    }
}
