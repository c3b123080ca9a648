package io.demarche.streams.state;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import java.util.List;
import java.util.Optional;

/**
 * What was announced of a dyad: the last revision of each event and alert, and the last reading; or a set of new
 * announcements to be added to that.
 */
public record Announced(
        List<DiplomaticEvent> events, Optional<BilateralTension> tension, List<EscalationAlert> alerts) {
    public Announced {
        events = List.copyOf(events);
        alerts = List.copyOf(alerts);
    }
}
