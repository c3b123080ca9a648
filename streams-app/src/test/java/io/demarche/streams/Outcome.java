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
 * of each pair's tension. The revision of an alert or an event tells how often it was announced anew, which hangs on what
 * arrived together, and is left out of account.
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
        lastAlerts.values().forEach(alert -> alert.setRevision(0));
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
