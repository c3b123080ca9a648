package io.demarche.coder.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The written forms of all trigger words, so that a sentence without one can be told from its letters alone. Holds more
 * forms than there are words ("expeled"): a form too many costs a parse, one too few an act.
 */
public final class TriggerForms {
    private static final String VOWELS = "aeiou";

    private final Set<String> forms;

    private TriggerForms(Set<String> forms) {
        this.forms = forms;
    }

    static TriggerForms load(Acts acts) {
        return of(acts, Table.resource("irregular-forms.tsv", List.of("class", "form", "lemma")));
    }

    static TriggerForms of(Acts acts, Table irregular) {
        Map<String, Set<String>> irregularByLemma = new HashMap<>();
        for (Table.Row row : irregular.rows()) {
            irregularByLemma
                    .computeIfAbsent(row.required("lemma"), any -> new HashSet<>())
                    .add(row.required("form"));
        }
        Set<String> forms = new HashSet<>();
        for (String lemma : acts.triggers()) {
            addForms(lemma, forms);
            for (String other : irregularByLemma.getOrDefault(lemma, Set.of())) {
                addForms(other, forms);
            }
        }
        return new TriggerForms(Set.copyOf(forms));
    }

    private static void addForms(String lemma, Set<String> forms) {
        forms.add(lemma);
        for (String ending : List.of("s", "es", "d", "ed", "ing")) {
            forms.add(lemma + ending);
        }
        String stem = lemma.substring(0, lemma.length() - 1);
        char last = lemma.charAt(lemma.length() - 1);
        if (last == 'e') {
            forms.add(stem + "ing");
        } else if (last == 'y') {
            forms.add(stem + "ies");
            forms.add(stem + "ied");
        } else if (VOWELS.indexOf(last) < 0) {
            forms.add(lemma + last + "ed");
            forms.add(lemma + last + "ing");
        }
        int ize = lemma.indexOf("iz");
        if (ize > 0 && !lemma.contains("seiz")) {
            addForms(lemma.substring(0, ize) + "is" + lemma.substring(ize + 2), forms);
        }
    }

    /** Whether some word of {@code text[begin, end)} may be a trigger. */
    public boolean occurIn(String text, int begin, int end) {
        int i = begin;
        while (i < end) {
            if (!isLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < end && (isLetter(text.charAt(i)) || text.charAt(i) == '-')) {
                i++;
            }
            if (isForm(text, from, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isForm(String text, int from, int to) {
        String word = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (forms.contains(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && (forms.contains(word.substring(0, hyphen)) || forms.contains(word.substring(hyphen + 1)));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 127 && Character.isLetter(c);
    }
}
