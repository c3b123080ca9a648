package io.demarche.archive.store;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import java.util.List;

/**
 * What is written in one transaction.
 *
 * @param articles where articles are
 * @param positions where reading goes on once it is written
 */
public record Batch(
        List<DiplomaticEvent> events,
        List<BilateralTension> tension,
        List<EscalationAlert> alerts,
        List<AnalystVerdict> verdicts,
        List<ArticlePlace> articles,
        List<Position> positions) {
    public Batch {
        events = List.copyOf(events);
        tension = List.copyOf(tension);
        alerts = List.copyOf(alerts);
        verdicts = List.copyOf(verdicts);
        articles = List.copyOf(articles);
        positions = List.copyOf(positions);
    }

    /** What was announced, and nobody judged. */
    public Batch(
            List<DiplomaticEvent> events,
            List<BilateralTension> tension,
            List<EscalationAlert> alerts,
            List<Position> positions) {
        this(events, tension, alerts, List.of(), List.of(), positions);
    }
}
