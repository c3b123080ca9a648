package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a second reader labelled in an article of the corpus, without having seen the first labels.
 *
 * @param id the article's
 * @param acts the acts
 */
public record SecondLabels(String id, List<LabelledAct> acts) {
    static SecondLabels read(JsonNode node) {
        return new SecondLabels(
                Fields.text(node, "id"),
                Fields.list(node, "events").stream().map(LabelledAct::read).toList());
    }
}
