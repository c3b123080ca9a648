package io.demarche.coder.lexicon;

import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named sets of words, read from {@code word-classes.tsv}: what the rules ask of single words. The bundled table is read once;
 * it never changes.
 */
public final class WordClasses {
    private static final String FILE = "word-classes.tsv";
    private static final List<String> COLUMNS = List.of("class", "kind", "meaning", "words");
    private static final String WORDS = "words";
    private static final String NOUNS = "nouns";

    private final Map<String, List<String>> byName;

    private WordClasses(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    /** Reads the table when it is asked for the first time. */
    private static final class Bundled {
        static final WordClasses CLASSES = parse(Table.resource(FILE, COLUMNS), NounClasses.load());
    }

    /**
     * Reads a table.
     *
     * @throws DemarcheException naming file, line and column, where it is not as it must be
     */
    static WordClasses parse(Table table, NounClasses nouns) {
        Map<String, List<String>> byName = new HashMap<>();
        for (Table.Row row : table.rows()) {
            String name = row.required("class");
            String kind = row.required("kind");
            row.required("meaning");
            row.required(WORDS);
            List<String> words = row.list(WORDS);
            if (!kind.equals(WORDS) && !kind.equals(NOUNS)) {
                throw row.error("kind", "'" + kind + "' is neither words nor nouns");
            }
            for (String word : words) {
                if (kind.equals(NOUNS) && !nouns.has(word)) {
                    throw row.error(WORDS, "'" + word + "' is no class of nouns.tsv");
                }
            }
            if (byName.put(name, words) != null) {
                throw row.error("class", "there is another class '" + name + "'");
            }
        }
        return new WordClasses(Map.copyOf(byName));
    }

    /** The bundled classes. */
    static WordClasses bundled() {
        return Bundled.CLASSES;
    }

    /**
     * The words of a bundled class.
     *
     * @throws DemarcheException where there is no class of this name
     */
    public static Set<String> set(String name) {
        return Set.copyOf(list(name));
    }

    /** The words of a bundled class, in the order of the file; see {@link #set}. */
    public static List<String> list(String name) {
        List<String> words = bundled().byName.get(name);
        if (words == null) {
            throw new DemarcheException(FILE + ": no class '" + name + "'");
        }
        return words;
    }

    /**
     * The word that a cell has; the words of the bundled class where it names one: {@code <envoy>}.
     *
     * @throws DemarcheException naming file, line and column, where there is no class of this name
     */
    public static List<String> named(Table.Row row, String column, String word) {
        if (!word.startsWith("<") || !word.endsWith(">") || word.length() < 3) {
            return List.of(word);
        }
        String name = word.substring(1, word.length() - 1);
        if (!bundled().has(name)) {
            throw row.error(column, "'" + name + "' is no class of word-classes.tsv");
        }
        return bundled().words(name);
    }

    /** Whether there is a class of this name. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The words of a class that there is. */
    List<String> words(String name) {
        return byName.get(name);
    }

    /** The names of all classes. */
    Set<String> names() {
        return byName.keySet();
    }
}
