package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A stretch of an article.
 *
 * @param start offset of its first character, in UTF-16 code units
 * @param end offset behind its last
 * @param inTitle whether the offsets count in the title instead of the text
 */
public record Span(int start, int end, boolean inTitle) {
    static Span read(JsonNode node) {
        return new Span(
                Fields.integer(node, "start"),
                Fields.integer(node, "end"),
                node.path("in").asText("").equals("title"));
    }

    /** Whether it lies within an article's title or text, and holds something. */
    boolean fits(String title, String text) {
        return 0 <= start && start < end && end <= (inTitle ? title : text).length();
    }

    /** The words it covers; it must fit. */
    String of(String title, String text) {
        return (inTitle ? title : text).substring(start, end);
    }
}
