package io.demarche.training.parser;

import io.demarche.coder.parse.WordForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often words were seen, in the form under which the parser looks for their clusters: lower case, digits as 0. */
public final class WordCounts {
    private final Map<String, Integer> counts = new HashMap<>();

    /** Counts the words of a sentence. */
    public void add(List<String> forms) {
        for (String form : forms) {
            counts.merge(WordForm.normal(form), 1, Integer::sum);
        }
    }

    /** How often the word was seen. */
    public int of(String normal) {
        return counts.getOrDefault(normal, 0);
    }
}
