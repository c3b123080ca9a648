package io.demarche.streams.coding;

import io.demarche.text.language.LanguageDetector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells the articles that the coder cannot read, as they are not in English. What cannot be told by the text is believed to be
 * what its source says, and where that says nothing, it is read.
 */
public final class ReadLanguage {
    private static final String READ = "en";
    private static final String OTHER = "other";

    private final LanguageDetector detector;

    private ReadLanguage(LanguageDetector detector) {
        this.detector = detector;
    }

    /** Loads what languages are told by. */
    public static ReadLanguage load() {
        return new ReadLanguage(LanguageDetector.load());
    }

    /**
     * The language of a text that is not read; empty where it is.
     *
     * @param stated what its source says; empty where that says nothing
     */
    Optional<String> unread(String body, String stated) {
        return detector.detect(body)
                .or(() -> Optional.of(stated).filter(said -> !said.isEmpty()).map(this::known))
                .filter(language -> !language.equals(READ));
    }

    /** Counts of unread articles by language, for people: "6 (de 2, fr 4)". */
    public static String line(Map<String, Long> unread) {
        return unread.values().stream().mapToLong(Long::longValue).sum()
                + unread.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** What {@link #unread} may answer, in order. */
    public Set<String> unreadLanguages() {
        Set<String> all = new TreeSet<>(detector.languages());
        all.remove(READ);
        all.add(OTHER);
        return all;
    }

    /** Sources may say anything; figures have a label for each language that is known. */
    private String known(String said) {
        return detector.languages().contains(said) ? said : OTHER;
    }
}
