package io.demarche.coder.codebook;

import io.demarche.coder.lexicon.ActRule;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One act of the lexicon.
 *
 * @param rule as the coder reads it
 * @param triggers as the resource has them: "expel", "break off", "expulsion/n"
 */
record ActEntry(ActRule rule, List<String> triggers) {
    private static final String NOUN = "/n";

    /** One item of a list in Markdown. */
    String render() {
        StringBuilder text = new StringBuilder("- **")
                .append(rule.id())
                .append("** → ")
                .append(rule.cameo())
                .append(". ");
        text.append(triggers(false, ""));
        text.append(triggers(true, text.toString().endsWith(". ") ? "Nouns: " : "; nouns: "));
        if (!rule.subject().isEmpty()) {
            text.append(". By ").append(classes(rule.subject()));
        }
        if (!rule.object().isEmpty()) {
            text.append(". On ").append(classes(rule.object()));
        }
        if (!rule.with().isEmpty()) {
            text.append(". With ").append(conditions(rule.with()));
        }
        if (!rule.without().isEmpty()) {
            text.append(". Without ").append(conditions(rule.without()));
        }
        text.append(". Source: ").append(places(rule.source()));
        text.append(". Target: ").append(places(rule.target())).append('.');
        if (!rule.mirror().isEmpty()) {
            text.append(" Coded from the other side as well, as ")
                    .append(rule.mirror())
                    .append('.');
        }
        return text.toString();
    }

    private String triggers(boolean nouns, String before) {
        List<String> words = triggers.stream()
                .filter(trigger -> trigger.endsWith(NOUN) == nouns)
                .map(trigger -> nouns ? trigger.substring(0, trigger.length() - NOUN.length()) : trigger)
                .toList();
        return words.isEmpty() ? "" : before + joined(words, ", ", word -> "*" + word + "*");
    }

    private static String classes(List<String> classes) {
        return joined(classes, ", ", name -> switch (name) {
            case ActRule.PARTY -> "a named party";
            case ActRule.NO_OBJECT -> "nothing";
            case ActRule.ANY_OBJECT -> "something";
            default -> name;
        });
    }

    private static String conditions(List<List<List<String>>> alternatives) {
        return alternatives.stream()
                .map(sequences -> sequences.stream()
                        .map(words -> "\"" + String.join(" ", words) + "\"")
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
    }

    private static String places(List<String> places) {
        return joined(places, ", else ", place -> switch (place) {
            case "subject" -> "the subject";
            case "object" -> "the object";
            case "host", "clause", "inside", "topic" -> place;
            case "speaker" -> "the speaker";
            case "court" -> "the state of the court";
            case "only" -> "nobody";
            case "each" -> "each other";
            default -> "after *" + place + "*";
        });
    }

    private static String joined(List<String> items, String separator, UnaryOperator<String> form) {
        return items.stream().map(form).collect(Collectors.joining(separator));
    }
}
