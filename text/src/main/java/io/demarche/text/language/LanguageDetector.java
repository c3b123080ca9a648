package io.demarche.text.language;

import io.demarche.text.Table;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the language of a text by its script and by the small words that no text can do without. So it needs no model, and looks
 * at the first {@value #LONGEST} characters alone. Immutable; any number of threads may share one.
 */
public final class LanguageDetector {
    private static final int LONGEST = 1500;
    /** Fewer letters tell nothing. */
    private static final int FEWEST_LETTERS = 40;
    /** So large a share of the letters must be of a script that one language alone writes in; Chinese names stand in other texts as well. */
    private static final double SCRIPT_SHARE = 0.3;
    /** Of every hundred words, so many at least are small ones of the language. */
    private static final double LEAST_SHARE = 0.10;

    /** Letters behind it are of other scripts. */
    private static final int LAST_LATIN = 0x24F;

    private static final double LEAST_LEAD = 1.1;
    private static final int FEWEST_WORDS = 6;
    private static final int LONGEST_SMALL_WORD = 12;
    /** What a word with one of a language's own letters counts, beside a small word. */
    private static final double LETTER = 0.5;

    private final List<String> languages;
    /** For each small word, the languages that it is of. */
    private final Map<String, int[]> words = new HashMap<>();

    /** For each letter, the languages whose own it is. */
    private final Map<Character, int[]> letters = new HashMap<>();

    private final Map<UnicodeScript, String> scripts = new HashMap<>();

    private LanguageDetector() {
        Table table = Table.load(LanguageDetector.class, "small-words.tsv", "language", "words");
        languages = table.rows().stream().map(Table.Row::first).toList();
        for (int language = 0; language < languages.size(); language++) {
            for (String word : table.rows().get(language).second().split("\\|")) {
                add(words, word, language);
            }
        }
        Table byLetters = Table.load(LanguageDetector.class, "letters.tsv", "language", "letters");
        for (Table.Row row : byLetters.rows()) {
            int language = languages.indexOf(row.first());
            if (language < 0) {
                throw byLetters.problem(row, "no small words are known of " + row.first());
            }
            row.second().chars().distinct().forEach(letter -> add(letters, (char) letter, language));
        }
        Table byScript = Table.load(LanguageDetector.class, "scripts.tsv", "script", "language");
        for (Table.Row row : byScript.rows()) {
            try {
                scripts.put(UnicodeScript.forName(row.first()), row.second());
            } catch (IllegalArgumentException e) {
                throw byScript.problem(row, "unknown script " + row.first());
            }
        }
    }

    private static <K> void add(Map<K, int[]> languagesOf, K key, int language) {
        int[] known = languagesOf.getOrDefault(key, new int[0]);
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = language;
        languagesOf.put(key, more);
    }

    /**
     * Loads the tables: once a process is enough.
     *
     * @throws io.demarche.schemas.DemarcheException where a table is missing or malformed, naming file and line
     */
    public static LanguageDetector load() {
        return new LanguageDetector();
    }

    /** The languages that it can tell, by their ISO 639-1 codes, in order. */
    public Set<String> languages() {
        Set<String> all = new TreeSet<>(languages);
        all.addAll(scripts.values());
        return all;
    }

    /** The language of a text, by its ISO 639-1 code; empty where it cannot be told. */
    public Optional<String> detect(String text) {
        Tally tally = new Tally();
        tally.read(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return tally.letterCount < FEWEST_LETTERS ? tally.byScript(FEWEST_LETTERS / 4) : tally.language();
    }

    /** What one text holds. */
    private final class Tally {
        private final double[] scores = new double[languages.size()];
        /** The last word for one of whose letters the language was credited. */
        private final int[] creditedIn = new int[languages.size()];

        private final Map<String, Integer> letterOf = new HashMap<>();
        private final char[] word = new char[LONGEST_SMALL_WORD];
        private int length;
        private int letterCount;
        private int wordCount;

        void read(String text) {
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                if (Character.isLetter(c)) {
                    letterCount++;
                    if (c > LAST_LATIN) {
                        noteScript(c);
                    }
                    extend(c);
                } else if (c > LAST_LATIN && isMark(c)) {
                    extend(c);
                } else if (length > 0) {
                    endWord();
                }
            }
            if (length > 0) {
                endWord();
            }
        }

        private void extend(int c) {
            if (length < LONGEST_SMALL_WORD) {
                word[length] = (char) Character.toLowerCase(c);
            }
            length++;
            if (c > '\u007F' && c <= 0xFFFF) {
                int[] own = letters.get((char) Character.toLowerCase(c));
                for (int i = 0; own != null && i < own.length; i++) {
                    if (creditedIn[own[i]] != wordCount + 1) {
                        creditedIn[own[i]] = wordCount + 1;
                        scores[own[i]] += LETTER / Math.sqrt(own.length);
                    }
                }
            }
        }

        private boolean isMark(int c) {
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        private void noteScript(int c) {
            String language = scripts.get(UnicodeScript.of(c));
            if (language != null) {
                letterOf.merge(language, 1, Integer::sum);
            }
        }

        private void endWord() {
            wordCount++;
            int[] of = length <= LONGEST_SMALL_WORD ? words.get(new String(word, 0, length)) : null;
            length = 0;
            for (int i = 0; of != null && i < of.length; i++) {
                scores[of[i]] += 1 / Math.sqrt(of.length);
            }
        }

        Optional<String> language() {
            Optional<String> script = byScript(letterCount * SCRIPT_SHARE);
            return script.isPresent() ? script : byWords();
        }

        /** Kana tell Japanese, however many Chinese characters stand beside them. */
        Optional<String> byScript(double least) {
            if (letterOf.getOrDefault("ja", 0) * 10 > letterOf.getOrDefault("zh", 0)
                    && letterOf.getOrDefault("ja", 0) + letterOf.getOrDefault("zh", 0) >= least
                    && letterOf.containsKey("ja")) {
                return Optional.of("ja");
            }
            return letterOf.entrySet().stream()
                    .filter(script -> script.getValue() >= least)
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
        }

        private Optional<String> byWords() {
            int best = 0;
            double second = 0;
            for (int language = 1; language < scores.length; language++) {
                if (scores[language] > scores[best]) {
                    second = Math.max(second, scores[best]);
                    best = language;
                } else {
                    second = Math.max(second, scores[language]);
                }
            }
            return wordCount >= FEWEST_WORDS
                            && scores[best] >= wordCount * LEAST_SHARE
                            && scores[best] >= second * LEAST_LEAD
                    ? Optional.of(languages.get(best))
                    : Optional.empty();
        }
    }
}
