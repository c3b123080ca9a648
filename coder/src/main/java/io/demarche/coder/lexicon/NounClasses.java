package io.demarche.coder.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What common nouns mean to the coder: who speaks and acts for a state (a ministry, a president, its troops), what acts are
 * about (an embassy, relations, sanctions), and who has nothing to do with a state though its name stands beside it (a
 * supermarket, a striker). Read from {@code nouns.tsv}.
 */
public final class NounClasses {
    private final Map<String, List<Entry>> byHead;
    private final Set<String> classes;
    private final Set<String> acting;

    private NounClasses(Map<String, List<Entry>> byHead, Set<String> classes) {
        this.byHead = byHead;
        this.classes = classes;
        this.acting = byHead.values().stream()
                .flatMap(List::stream)
                .filter(Entry::acts)
                .flatMap(entry -> entry.noun().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A noun in a class.
     *
     * @param noun its lemmas, the head last ("foreign ministry") or before "of" ("ministry of defense")
     * @param head where among them the head stands
     * @param nounClass the class
     * @param role the part of the state that acts, as {@code Actor.role} has it; empty where it is no actor
     * @param needs a class of which another noun must stand in the same phrase ("employee" of an embassy); empty where none
     */
    public record Entry(List<String> noun, int head, String nounClass, String role, String needs) {
        /** Whether this can act for a state. */
        public boolean acts() {
            return !role.isEmpty();
        }
    }

    static NounClasses load() {
        return parse(Table.resource("nouns.tsv", List.of("class", "role", "needs", "nouns")));
    }

    static NounClasses parse(Table table) {
        Map<String, List<Entry>> byHead = new HashMap<>();
        Set<String> classes = new HashSet<>();
        for (Table.Row row : table.rows()) {
            classes.add(row.required("class"));
        }
        for (Table.Row row : table.rows()) {
            String needs = row.get("needs");
            if (!needs.isEmpty() && !classes.contains(needs)) {
                throw row.error("needs", "'" + needs + "' is no class of this file");
            }
            row.required("nouns");
            for (String noun : row.list("nouns")) {
                List<String> words = List.of(noun.split(" +"));
                int of = words.indexOf("of");
                int head = of > 0 ? of - 1 : words.size() - 1;
                byHead.computeIfAbsent(words.get(head), any -> new ArrayList<>())
                        .add(new Entry(words, head, row.get("class"), row.get("role"), needs));
            }
        }
        byHead.replaceAll((head, entries) -> entries.stream()
                .sorted((a, b) -> b.noun().size() - a.noun().size())
                .toList());
        return new NounClasses(Map.copyOf(byHead), Set.copyOf(classes));
    }

    /** The entries of a head noun, those of more words first. */
    public List<Entry> of(String headLemma) {
        return byHead.getOrDefault(headLemma, List.of());
    }

    /** Whether the word, singular or plural, may be the head of a noun that acts for a state, or of "foreign ministry" and the like. */
    public boolean mayAct(String word) {
        return acting.contains(word) || word.endsWith("s") && acting.contains(word.substring(0, word.length() - 1));
    }

    /** Whether the word, singular or plural, is by itself a noun of one of the classes. */
    public boolean isOneWordOf(Set<String> these, String word) {
        return isIn(these, word) || word.endsWith("s") && isIn(these, word.substring(0, word.length() - 1));
    }

    private boolean isIn(Set<String> these, String lemma) {
        for (Entry entry : of(lemma)) {
            if (entry.noun().size() == 1 && entry.needs().isEmpty() && these.contains(entry.nounClass())) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a class of this name. */
    public boolean has(String nounClass) {
        return classes.contains(nounClass);
    }
}
