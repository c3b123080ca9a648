package io.demarche.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTML's tags, and what stands in the text for each. Immutable. */
final class Markup {
    private static final int LONGEST_NAME = 12;

    private final Map<String, Role> roles = new HashMap<>();

    private Markup() {}

    /** What a tag does to the text. */
    enum Role {
        /** It parts paragraphs. */
        PARAGRAPH("\n\n"),
        /** It ends a line. */
        LINE("\n"),
        /** It stands within a line. */
        INLINE(""),
        /** What it holds is not for readers. */
        HIDDEN("");

        private final String text;

        Role(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A tag or a comment.
     *
     * @param name in lower case; empty for a comment
     * @param closing whether it closes what another opened
     * @param role what it does
     */
    record Tag(String name, boolean closing, Role role) {}

    static Markup load() {
        Markup markup = new Markup();
        Table table = Table.load(Table.class, "markup.tsv", "tag", "role");
        for (Table.Row row : table.rows()) {
            try {
                markup.roles.put(row.first(), Role.valueOf(row.second()));
            } catch (IllegalArgumentException e) {
                throw table.problem(row, "unknown role " + row.second());
            }
        }
        return markup;
    }

    /** The tag in {@code text[begin, end)}, from its bracket to its bracket; null where that is no tag of HTML's. */
    @Nullable
    Tag tag(TracedText text, int begin, int end) {
        if (end - begin >= 5 && text.charAt(begin + 1) == '!') {
            return isComment(text, begin, end) ? new Tag("", false, Role.INLINE) : null;
        }
        boolean closing = text.charAt(begin + 1) == '/';
        int from = begin + (closing ? 2 : 1);
        int to = from;
        while (to < end && to - from <= LONGEST_NAME && isNamed(text.charAt(to))) {
            to++;
        }
        char after = text.charAt(to);
        if (to == from || after != '>' && after != '/' && !Mending.isSpace(after)) {
            return null;
        }
        String name = text.subSequence(from, to).toLowerCase(Locale.ROOT);
        Role role = roles.get(name);
        return role == null ? null : new Tag(name, closing, role);
    }

    private static boolean isComment(TracedText text, int begin, int end) {
        boolean hidden = text.charAt(begin + 2) == '-' && text.charAt(begin + 3) == '-';
        return hidden
                ? end - begin >= 7 && text.charAt(end - 2) == '-' && text.charAt(end - 3) == '-'
                : isDoctype(text, begin);
    }

    private static boolean isDoctype(TracedText text, int begin) {
        return text.subSequence(begin, begin + 4).equalsIgnoreCase("<!do");
    }

    private static boolean isNamed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
