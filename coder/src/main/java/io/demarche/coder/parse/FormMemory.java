package io.demarche.coder.parse;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the facts of words: the same few thousand make up most of the news. One to a thread. */
final class FormMemory {
    private static final int SLOTS = 1 << 14;
    /** Longer words are rare and would fill the memory. */
    private static final int LONGEST_KEPT = 24;

    private final Map<String, Integer> clusters;
    private final @Nullable String[] forms = new String[SLOTS];
    private final @Nullable FormFacts[] facts = new FormFacts[SLOTS];

    FormMemory(Map<String, Integer> clusters) {
        this.clusters = clusters;
    }

    FormFacts of(String form) {
        int hash = form.hashCode();
        int slot = (hash ^ hash >>> 14) & SLOTS - 1;
        FormFacts known = facts[slot];
        if (known != null && form.equals(forms[slot])) {
            return known;
        }
        FormFacts found = FormFacts.of(form, clusters);
        if (form.length() <= LONGEST_KEPT) {
            forms[slot] = form;
            facts[slot] = found;
        }
        return found;
    }
}
