package io.demarche.producer.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides between the text found on a page and the one that the page's own data hold. The data's is the article's for certain, but
 * often cut, or without paragraphs: so it says which paragraphs of the page lie outside the article, and stands in where the
 * page shows next to nothing.
 */
final class WholeText {
    private static final Pattern PARTS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern MARKUP =
            Pattern.compile("<(?:/?(?:p|br|div|h[1-6]|li)\\b)[^>]{0,300}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_MARKUP = Pattern.compile("<[a-zA-Z/][^>]{0,300}>");
    private static final double SHOWS_LITTLE = 0.5;
    private static final double IS_WHOLE = 0.8;
    private static final int SHORTEST = 200;

    private WholeText() {}

    static List<String> of(List<TextBlock> blocks, Optional<String> stated) {
        List<String> shown = blocks.stream().map(TextBlock::text).toList();
        if (stated.isEmpty() || stated.get().length() < SHORTEST) {
            return shown;
        }
        String body = OTHER_MARKUP
                .matcher(MARKUP.matcher(stated.get()).replaceAll("\n"))
                .replaceAll("");
        int length = shown.stream().mapToInt(String::length).sum();
        if (length < SHOWS_LITTLE * body.length()) {
            return Arrays.stream(PARTS.split(body))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        return within(shown, dense(body), length);
    }

    /** The blocks from the first to the last that are in the body, where the body holds nearly all of them. */
    private static List<String> within(List<String> shown, String body, int length) {
        int first = -1;
        int last = -1;
        int held = 0;
        for (int i = 0; i < shown.size(); i++) {
            String dense = dense(shown.get(i));
            if (dense.length() > 20 && body.contains(dense)) {
                first = first < 0 ? i : first;
                last = i;
                held += shown.get(i).length();
            }
        }
        return held < IS_WHOLE * length ? shown : shown.subList(first, last + 1);
    }

    private static String dense(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(dense::appendCodePoint);
        return dense.toString().toLowerCase(Locale.ROOT);
    }
}
