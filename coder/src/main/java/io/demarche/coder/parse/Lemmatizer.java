package io.demarche.coder.parse;

import io.demarche.coder.text.WordTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Words to their dictionary forms: a table of irregular forms, a list of known verbs, and rules for endings. Lemmas are in
 * lower case and in American spelling ("recognised" is {@code recognize}, "Defence" {@code defense}), so that a lexicon
 * needs each word once. Immutable; any number of threads may share an instance.
 */
public final class Lemmatizer {
    private static final String IRREGULAR = "/io/demarche/coder/lexicon/irregular-forms.tsv";
    private static final String VERBS = "/io/demarche/coder/lexicon/verbs.tsv";

    private final VerbForms verbs;
    private final NounForms nouns;
    private final Map<String, String> adjectives;
    private final Spelling spelling;

    private Lemmatizer(VerbForms verbs, NounForms nouns, Map<String, String> adjectives, Spelling spelling) {
        this.verbs = verbs;
        this.nouns = nouns;
        this.adjectives = adjectives;
        this.spelling = spelling;
    }

    /**
     * Loads the bundled tables.
     *
     * @throws io.demarche.schemas.DemarcheException where one is missing or malformed
     */
    public static Lemmatizer load() {
        WordTable irregular = WordTable.load(IRREGULAR, "class", "form", "lemma");
        Map<String, String> spelling = lemmas(irregular, "spelling");
        return new Lemmatizer(
                new VerbForms(lemmas(irregular, "verb"), WordTable.load(VERBS, "lemma"), spelling),
                new NounForms(lemmas(irregular, "noun")),
                lemmas(irregular, "adjective"),
                new Spelling(spelling));
    }

    /** Form to lemma, of the rows of one class. */
    static Map<String, String> lemmas(WordTable table, String wordClass) {
        Map<String, String> lemmas = new HashMap<>();
        for (WordTable.Row row : table.rows()) {
            if (row.cells().get(0).equals(wordClass)) {
                String before = lemmas.put(row.cells().get(1), row.cells().get(2));
                if (before != null) {
                    throw table.problem(row, "the form has a lemma already: " + before);
                }
            }
        }
        return lemmas;
    }

    /**
     * The dictionary form.
     *
     * @param form a word as written; any string will do
     * @param tag its part of speech, as the Penn Treebank names it. Names (NNP) are put in lower case, those in the plural
     *     (NNPS) in the singular, too: whoever looks for a name looks at the form
     */
    public String lemma(String form, String tag) {
        String word = form.toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return word;
        }
        return switch (tag) {
            case Tag.VB, Tag.VBP, Tag.VBD, Tag.VBN, Tag.VBG, Tag.VBZ, Tag.MD ->
                spelling.american(verbs.lemma(word, tag));
            case Tag.NNS, Tag.NNPS -> spelling.american(nouns.singular(word));
            case Tag.JJR, Tag.JJS, Tag.RBR, Tag.RBS -> spelling.american(positive(word));
            case Tag.NN, Tag.NNP, Tag.JJ -> spelling.american(word);
            case Tag.RB -> word.equals("n't") ? "not" : word;
            default -> word;
        };
    }

    /** Of a comparative or superlative: "larger" to {@code large}. */
    private String positive(String word) {
        String known = adjectives.get(word);
        if (known != null) {
            return known;
        }
        for (String ending : new String[] {"er", "est"}) {
            int length = word.length() - ending.length();
            if (length > 2 && word.endsWith(ending)) {
                String stem = word.substring(0, length);
                if (stem.endsWith("i")) {
                    return stem.substring(0, length - 1) + "y";
                }
                return VerbForms.endsDoubled(stem) ? stem.substring(0, length - 1) : stem;
            }
        }
        return word;
    }
}
