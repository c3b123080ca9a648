package io.demarche.coder.repair;

import io.demarche.coder.lexicon.Table;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a token must be: {@code tag=VB*;lemma=<time-units>}.
 *
 * @param feature form, lower, lemma, tag or label
 * @param values of which it must have one; a star at the end stands for any ending
 * @param not whether it must have none of them
 */
record TokenTest(String feature, List<String> values, boolean not) {
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
            List<String> values = new ArrayList<>();
            for (String value : each.substring(equals + 1).split("\\|")) {
                values.addAll(WordClasses.named(row, column, value.strip()));
            }
            tests.add(new TokenTest(feature, List.copyOf(values), not));
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
        return values.stream().anyMatch(value -> matches(value, is)) != not;
    }

    private static boolean matches(String value, String is) {
        return value.endsWith(ANY_ENDING) ? is.startsWith(value.substring(0, value.length() - 1)) : value.equals(is);
    }
}
