package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labels of a real article, whose text belongs to others and lies elsewhere, if at all.
 *
 * @param id its identity in its set
 * @param set worldwide or reuters-1987
 * @param published the day of publication
 * @param publishedRough whether that day is not known well
 * @param sha256 of its text in UTF-8, in hexadecimal
 * @param read only the text before this offset was labelled; null: all of it
 * @param passages what looks like an act and is none
 * @param acts the acts
 */
public record WireArticle(
        String id,
        String set,
        String published,
        boolean publishedRough,
        String sha256,
        @Nullable Integer read,
        List<Passage> passages,
        List<LabelledAct> acts) {
    static WireArticle read(JsonNode node) {
        return new WireArticle(
                Fields.text(node, "id"),
                Fields.text(node, "set"),
                Fields.text(node, "published"),
                Fields.flag(node, "publishedRough"),
                Fields.text(node, "sha256"),
                Fields.integerOrNull(node, "read"),
                Fields.list(node, "passages").stream().map(Passage::read).toList(),
                Fields.list(node, "events").stream().map(LabelledAct::read).toList());
    }
}
