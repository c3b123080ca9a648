package io.demarche.coder.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which words take which stance toward the act they govern. Read from {@code stances.tsv}. */
public final class Stances {
    private final Map<String, Stance> byWord;

    private Stances(Map<String, Stance> byWord) {
        this.byWord = byWord;
    }

    static Stances load() {
        return parse(Table.resource("stances.tsv", List.of("stance", "words")));
    }

    static Stances parse(Table table) {
        Map<String, Stance> byWord = new HashMap<>();
        for (Table.Row row : table.rows()) {
            Stance stance = row.constant("stance", Stance.class);
            row.required("words");
            for (String word : row.list("words")) {
                Stance other = byWord.putIfAbsent(word, stance);
                if (other != null) {
                    throw row.error("words", "'" + word + "' already has the stance " + other);
                }
            }
        }
        return new Stances(Map.copyOf(byWord));
    }

    /** The stance of a lemma, with its particle where it has one ("rule out"). */
    public Optional<Stance> of(String lemma) {
        return Optional.ofNullable(byWord.get(lemma));
    }
}
