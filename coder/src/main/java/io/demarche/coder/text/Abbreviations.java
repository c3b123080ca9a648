package io.demarche.coder.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words by which a full stop is told from an abbreviation's. Immutable. */
final class Abbreviations {
    private static final String RESOURCE = "/io/demarche/coder/lexicon/abbreviations.tsv";

    private final Map<String, Set<String>> classes = new HashMap<>();

    private Abbreviations(WordTable table) {
        for (String wordClass :
                new String[] {"title", "abbreviation", "before-number", "opener", "after-subject", "domain"}) {
            classes.put(wordClass, new HashSet<>());
        }
        for (WordTable.Row row : table.rows()) {
            Set<String> words = classes.get(row.cells().get(0));
            if (words == null) {
                throw table.problem(row, "unknown class " + row.cells().get(0));
            }
            words.add(row.cells().get(1));
        }
    }

    static Abbreviations load() {
        return new Abbreviations(WordTable.load(RESOURCE, "class", "word"));
    }

    /** Never the last word of a sentence: a name follows. */
    boolean isTitle(String word) {
        return is("title", word);
    }

    /** The last word of a sentence only if what follows opens one. */
    boolean isAbbreviation(String word) {
        return is("abbreviation", word);
    }

    /** Never the last word of a sentence where a number follows. */
    boolean standsBeforeNumbers(String word) {
        return is("before-number", word);
    }

    /** Whether sentences begin with it, and what follows an abbreviation within one hardly ever does. */
    boolean opensSentences(String word) {
        return is("opener", word);
    }

    /** Whether it stands right behind the name of one who does something. */
    boolean followsSubjects(String word) {
        return is("after-subject", word);
    }

    /** Whether it ends an address on the web, as after a firm's name. */
    boolean isDomain(String word) {
        return is("domain", word);
    }

    private boolean is(String wordClass, String word) {
        Set<String> words = classes.get(wordClass);
        return words != null && words.contains(word);
    }
}
