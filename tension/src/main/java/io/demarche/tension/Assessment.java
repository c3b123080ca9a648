package io.demarche.tension;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import java.util.List;

/**
 * Everything that holds for one dyad as of one day.
 *
 * @param events by date, then eventId
 * @param tension the reading
 * @param alerts by firedOn, then level; never {@code RETRACTED}, which is a matter of what was announced before
 */
public record Assessment(List<DiplomaticEvent> events, BilateralTension tension, List<EscalationAlert> alerts) {
    public Assessment {
        events = List.copyOf(events);
        alerts = List.copyOf(alerts);
    }
}
