package io.demarche.training.teacher;

import java.util.List;
import java.util.regex.Pattern;

/** Keeps whole sentences of running text: no tables, headlines in capitals, addresses or fragments. */
final class SentenceFilter {
    private static final int FEWEST_TOKENS = 4;
    private static final int MOST_TOKENS = 70;
    private static final int LONGEST_TOKEN = 40;
    private static final double LEAST_SHARE_OF_WORDS = 0.6;
    private static final Pattern END = Pattern.compile("[.?!\"')\\]]+");

    boolean accepts(List<String> forms) {
        int n = forms.size();
        return n >= FEWEST_TOKENS
                && n <= MOST_TOKENS
                && beginsLikeASentence(forms.get(0))
                && END.matcher(forms.get(n - 1)).matches()
                && forms.stream().noneMatch(SentenceFilter::isAddress)
                && isProse(forms);
    }

    private static boolean beginsLikeASentence(String form) {
        char first = form.charAt(0);
        return Character.isUpperCase(first) || Character.isDigit(first) || first == '"' || first == '\'';
    }

    private static boolean isAddress(String form) {
        return form.length() > LONGEST_TOKEN || form.contains("http") || form.contains("www.");
    }

    private static boolean isProse(List<String> forms) {
        long words = 0;
        long upper = 0;
        long lower = 0;
        for (String form : forms) {
            words += form.chars().anyMatch(Character::isLetter) ? 1 : 0;
            upper += form.chars().filter(Character::isUpperCase).count();
            lower += form.chars()
                    .filter(c -> Character.isLetter(c) && !Character.isUpperCase(c))
                    .count();
        }
        return words >= LEAST_SHARE_OF_WORDS * forms.size() && upper < lower;
    }
}
