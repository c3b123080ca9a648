package io.demarche.archive.store;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import java.util.List;

/**
 * What is written in one transaction.
 *
 * @param positions where reading goes on once it is written
 */
public record Batch(
        List<DiplomaticEvent> events,
        List<BilateralTension> tension,
        List<EscalationAlert> alerts,
        List<Position> positions) {
    public Batch {
        events = List.copyOf(events);
        tension = List.copyOf(tension);
        alerts = List.copyOf(alerts);
        positions = List.copyOf(positions);
    }
}
