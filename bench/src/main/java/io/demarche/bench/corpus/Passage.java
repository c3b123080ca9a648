package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What looks like an act of states and is none.
 *
 * @param tag why it is none
 * @param span where it stands
 * @param quote its words; empty where the text belongs to others
 */
public record Passage(String tag, Span span, String quote) {
    static Passage read(JsonNode node) {
        return new Passage(
                Fields.text(node, "tag"), Span.read(node), node.path("quote").asText(""));
    }
}
