package io.demarche.coder.repair;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a token must be: {@code tag=VB*;lemma=<time-units>}.
 *
 * @param feature form, lower, lemma, tag or label
 * @param values of which it must have one
 * @param beginnings or one that begins so, where a star stands for any ending
 * @param not whether it must have none of them
 */
record TokenTest(String feature, Set<String> values, List<String> beginnings, boolean not) {
    private static final List<String> FEATURES = List.of("form", "lower", "lemma", "tag", "label");
    private static final String ANY_ENDING = "*";

    /** The tests between two braces. */
    static List<TokenTest> parse(String written, Table.Row row, String column) {
        List<TokenTest> tests = new ArrayList<>();
        for (String each : written.split(";")) {
            int equals = each.indexOf('=');
            boolean not = equals > 0 && each.charAt(equals - 1) == '!';
            String feature = equals < 0
                    ? each
                    : each.substring(0, not ? equals - 1 : equals).strip();
            if (equals < 0 || !FEATURES.contains(feature)) {
                throw row.error(column, "'" + each + "' asks for none of " + String.join(", ", FEATURES));
            }
            Set<String> values = new HashSet<>();
            List<String> beginnings = new ArrayList<>();
            for (String value : each.substring(equals + 1).split("\\|")) {
                if (value.strip().endsWith(ANY_ENDING)) {
                    beginnings.add(value.strip().substring(0, value.strip().length() - 1));
                } else {
                    values.addAll(WordClasses.named(row, column, value.strip()));
                }
            }
            tests.add(new TokenTest(feature, Set.copyOf(values), List.copyOf(beginnings), not));
        }
        return List.copyOf(tests);
    }

    boolean fits(ParsedSentence s, int token) {
        String is = switch (feature) {
            case "form" -> s.form(token);
            case "lower" -> s.form(token).toLowerCase(Locale.ROOT);
            case "lemma" -> s.lemma(token);
            case "tag" -> s.tag(token);
            default -> s.label(token);
        };
        return (values.contains(is) || beginsWithOne(is)) != not;
    }

    private boolean beginsWithOne(String is) {
        for (String beginning : beginnings) {
            if (is.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
