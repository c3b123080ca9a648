package io.demarche.coder.lexicon;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a state shares with a place elsewhere, and the words by which an article shows which of them it means. Immutable. */
public final class SharedPlaces {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*\\.?");

    private final List<Shared> all;

    private SharedPlaces(List<Shared> all) {
        this.all = all;
    }

    private record Shared(String name, String code, List<String> elsewhere, List<String> here) {}

    /**
     * Reads the bundled table.
     *
     * @throws io.demarche.schemas.DemarcheException where it is malformed, naming file, line and column
     */
    public static SharedPlaces load() {
        return new SharedPlaces(
                Table.resource("shared-places.tsv", List.of("name", "code", "elsewhere", "here")).rows().stream()
                        .map(row -> new Shared(
                                row.required("name"), row.required("code"), row.list("elsewhere"), row.list("here")))
                        .toList());
    }

    /** The names that mean the place elsewhere in this text. */
    public Set<String> elsewhere(String text) {
        Set<String> found = new HashSet<>();
        for (Shared shared : all) {
            if (text.contains(shared.name())) {
                Set<String> words = words(text);
                if (shared.elsewhere().stream().anyMatch(words::contains)
                        && shared.here().stream().noneMatch(words::contains)) {
                    found.add(shared.name());
                }
            }
        }
        return found;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            words.add(lower);
            words.add(lower.replaceFirst("(?:'s)?\\.?$", ""));
        }
        return words;
    }
}
