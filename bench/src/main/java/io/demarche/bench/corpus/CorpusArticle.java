package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An article of our own with its labels; {@code corpus/schema.json} says what each field means.
 *
 * @param id its identity
 * @param voice whose hand wrote it
 * @param episode the affair that it tells of
 * @param published the day of publication
 * @param kind acts, hidden or none
 * @param title headline
 * @param text body
 * @param passages what looks like an act and is none
 * @param acts the acts
 */
public record CorpusArticle(
        String id,
        String voice,
        String episode,
        String published,
        String kind,
        String title,
        String text,
        List<Passage> passages,
        List<LabelledAct> acts) {
    static CorpusArticle read(JsonNode node) {
        return new CorpusArticle(
                Fields.text(node, "id"),
                Fields.text(node, "voice"),
                Fields.text(node, "episode"),
                Fields.text(node, "published"),
                Fields.text(node, "kind"),
                Fields.text(node, "title"),
                Fields.text(node, "text"),
                Fields.list(node, "passages").stream().map(Passage::read).toList(),
                Fields.list(node, "events").stream().map(LabelledAct::read).toList());
    }

    /** What {@link #kind} must be. */
    String computedKind() {
        if (acts.isEmpty()) {
            return "none";
        }
        return !passages.isEmpty() && firm() <= 2L * passages.size() ? "hidden" : "acts";
    }

    /** How many acts are not doubtful. */
    public long firm() {
        return acts.stream().filter(act -> !act.doubtful()).count();
    }
}
