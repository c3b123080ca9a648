package io.demarche.coder.lexicon;

import io.demarche.avro.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of {@code acts.tsv} by the words that trigger them. */
public final class Acts {
    private static final List<String> COLUMNS =
            List.of("rule", "type", "cameo", "triggers", "subject", "object", "with", "source", "target", "mirror");
    private static final String FILE = "acts.tsv";
    private static final String NOUN = "/n";
    private static final String WITHOUT = "!";
    private static final String WITH = "with";
    private static final Pattern NAMED_CLASS = Pattern.compile("<[^<>]+>");

    private final Map<String, List<TriggerWords>> verbs;
    private final Map<String, List<TriggerWords>> nouns;
    private final List<ActRule> rules;

    private Acts(Map<String, List<TriggerWords>> verbs, Map<String, List<TriggerWords>> nouns, List<ActRule> rules) {
        this.verbs = verbs;
        this.nouns = nouns;
        this.rules = rules;
    }

    /**
     * A word that triggers a rule.
     *
     * @param particles the words that must follow a verb as its particle, preposition or adverb; empty: none
     * @param rule the rule
     */
    public record TriggerWords(List<String> particles, ActRule rule) {}

    static Acts load(Cameo cameo, NounClasses nouns) {
        return parse(Table.text(FILE), cameo, nouns);
    }

    static Acts parse(String text, Cameo cameo, NounClasses nouns) {
        return parse(Table.parse(FILE, text, COLUMNS), cameo, nouns);
    }

    static Acts parse(Table table, Cameo cameo, NounClasses nounClasses) {
        Map<String, List<TriggerWords>> verbs = new HashMap<>();
        Map<String, List<TriggerWords>> nouns = new HashMap<>();
        List<ActRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Table.Row row : table.rows()) {
            ActRule rule = rule(row, cameo, nounClasses);
            if (!ids.add(rule.id())) {
                throw row.error("rule", "there is another rule '" + rule.id() + "'");
            }
            rules.add(rule);
            row.required("triggers");
            for (String trigger : row.list("triggers")) {
                boolean noun = trigger.endsWith(NOUN);
                List<String> words = List.of((noun ? trigger.substring(0, trigger.length() - NOUN.length()) : trigger)
                        .strip()
                        .split(" +"));
                if (noun && words.size() > 1) {
                    throw row.error("triggers", "'" + trigger + "': a noun trigger is one word");
                }
                (noun ? nouns : verbs)
                        .computeIfAbsent(words.get(0), any -> new ArrayList<>())
                        .add(new TriggerWords(words.subList(1, words.size()), rule));
            }
        }
        return new Acts(Map.copyOf(verbs), Map.copyOf(nouns), List.copyOf(rules));
    }

    private static ActRule rule(Table.Row row, Cameo cameo, NounClasses nouns) {
        String code = row.required("cameo");
        String mirror = row.get("mirror");
        for (String each : mirror.isEmpty() ? List.of(code) : List.of(code, mirror)) {
            if (!cameo.has(each)) {
                throw row.error(
                        each.equals(code) ? "cameo" : "mirror",
                        "'" + each + "' is no CAMEO code that types.tsv gives a type to");
            }
        }
        List<String> object = row.list("object");
        for (String nounClass : object) {
            if (!nouns.has(nounClass)
                    && !Set.of(ActRule.PARTY, ActRule.NO_OBJECT, ActRule.ANY_OBJECT)
                            .contains(nounClass)) {
                throw row.error("object", "'" + nounClass + "' is no class of nouns.tsv");
            }
        }
        for (String nounClass : row.list("subject")) {
            if (!nouns.has(nounClass)) {
                throw row.error("subject", "'" + nounClass + "' is no class of nouns.tsv");
            }
        }
        return new ActRule(
                row.required("rule"),
                row.get("type").isEmpty() ? cameo.type(code) : row.constant("type", EventType.class),
                code,
                row.list("subject"),
                object,
                sequences(row, alternative -> !alternative.startsWith(WITHOUT)),
                sequences(row, alternative -> alternative.startsWith(WITHOUT)),
                row.list("source").isEmpty() ? List.of("subject") : row.list("source"),
                row.list("target").isEmpty() ? List.of("object") : row.list("target"),
                mirror);
    }

    private static List<List<List<String>>> sequences(Table.Row row, Predicate<String> wanted) {
        return row.list(WITH).stream()
                .filter(wanted)
                .map(alternative -> alternative.startsWith(WITHOUT) ? alternative.substring(1) : alternative)
                .flatMap(alternative -> spelledOut(row, alternative))
                .map(Acts::sequences)
                .toList();
    }

    /** The alternative once for each word of the class that it names: "withdraw &amp; &lt;envoy&gt;". */
    private static Stream<String> spelledOut(Table.Row row, String alternative) {
        Matcher named = NAMED_CLASS.matcher(alternative);
        if (!named.find()) {
            return Stream.of(alternative);
        }
        return WordClasses.named(row, WITH, named.group()).stream()
                .map(word -> alternative.substring(0, named.start()) + word + alternative.substring(named.end()))
                .flatMap(each -> spelledOut(row, each));
    }

    private static List<List<String>> sequences(String alternative) {
        return Arrays.stream(alternative.split("&"))
                .map(sequence -> List.of(sequence.strip().split(" +")))
                .toList();
    }

    /** The triggers of a verb, in the order of the file. */
    public List<TriggerWords> ofVerb(String lemma) {
        return verbs.getOrDefault(lemma, List.of());
    }

    /** The triggers of a noun, in the order of the file. */
    public List<TriggerWords> ofNoun(String lemma) {
        return nouns.getOrDefault(lemma, List.of());
    }

    /** All verbs and nouns that trigger a rule, by lemma. */
    public Set<String> triggers() {
        Set<String> all = new HashSet<>(verbs.keySet());
        all.addAll(nouns.keySet());
        return all;
    }

    /** All rules, in the order of the file. */
    public List<ActRule> rules() {
        return rules;
    }
}
