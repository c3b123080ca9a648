package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act as a reader labelled it; {@code corpus/schema.json} says what each field means.
 *
 * @param source who acts
 * @param target toward whom
 * @param type a type of {@code docs/labelling.md}
 * @param cameo CAMEO code
 * @param date day, month or year; null where none is told
 * @param datePrecision how much of it; null without a date
 * @param dateBasis how it was found; null where that was not recorded
 * @param count how many were concerned
 * @param modality done, announced or threatened
 * @param doubtful two careful readers might differ
 * @param quote the words that say so; empty where the text belongs to others
 * @param quoteStart where they stand in the text; -1 in the title
 * @param trigger the words that name the act
 * @param sourceMention the words that name the source; null where none do
 * @param targetMention the words that name the target; null where none do
 * @param constructions how the act is told
 */
public record LabelledAct(
        String source,
        String target,
        String type,
        String cameo,
        @Nullable String date,
        @Nullable String datePrecision,
        @Nullable String dateBasis,
        @Nullable Integer count,
        String modality,
        boolean doubtful,
        String quote,
        int quoteStart,
        Span trigger,
        @Nullable Span sourceMention,
        @Nullable Span targetMention,
        List<String> constructions) {
    static LabelledAct read(JsonNode node) {
        return new LabelledAct(
                Fields.text(node, "source"),
                Fields.text(node, "target"),
                Fields.text(node, "type"),
                Fields.text(node, "cameo"),
                Fields.textOrNull(node, "date"),
                Fields.textOrNull(node, "datePrecision"),
                Fields.textOrNull(node, "dateBasis"),
                Fields.integerOrNull(node, "count"),
                Fields.text(node, "modality"),
                Fields.flag(node, "doubtful"),
                node.path("quote").asText(""),
                Fields.integer(node, "quoteStart"),
                Span.read(Fields.required(node, "trigger")),
                mention(node, "sourceMention"),
                mention(node, "targetMention"),
                Fields.texts(node, "constructions"));
    }

    private static @Nullable Span mention(JsonNode node, String name) {
        JsonNode field = Fields.required(node, name);
        return field.asText("").equals("context") ? null : Span.read(field);
    }
}
