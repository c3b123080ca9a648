package io.demarche.streams;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.tension.Assessment;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands when all is said: the last record of each alert that was not retracted, of each event that is not gone, and
 * of each pair's tension. The revision of an event tells how often its link was announced to be another, which hangs on the
 * order of arrival, and is left out of account.
 */
record Outcome(
        Map<String, EscalationAlert> alerts,
        Map<String, DiplomaticEvent> events,
        Map<String, BilateralTension> readings) {

    static Outcome of(
            Collection<EscalationAlert> alerts,
            Collection<DiplomaticEvent> events,
            Collection<BilateralTension> readings) {
        Map<String, EscalationAlert> lastAlerts = new TreeMap<>();
        alerts.forEach(alert -> lastAlerts.put(alert.getAlertId(), alert));
        lastAlerts.values().removeIf(alert -> alert.getStatus() == AlertStatus.RETRACTED);
        Map<String, DiplomaticEvent> lastEvents = new TreeMap<>();
        events.forEach(event -> lastEvents.put(event.getEventId(), event));
        lastEvents.values().removeIf(event -> event.getMentions() == 0);
        lastEvents.values().forEach(event -> event.setRevision(0));
        Map<String, BilateralTension> lastReadings = new TreeMap<>();
        readings.forEach(reading -> lastReadings.put(reading.getDyad(), reading));
        return new Outcome(lastAlerts, lastEvents, lastReadings);
    }

    /** What the assessments of all pairs give. */
    static Outcome of(Collection<Assessment> pairs) {
        return of(
                pairs.stream().flatMap(pair -> pair.alerts().stream()).toList(),
                pairs.stream().flatMap(pair -> pair.events().stream()).toList(),
                pairs.stream().map(Assessment::tension).toList());
    }
}
