package io.demarche.tension;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.tension.rules.Ruleset;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was announced of one pair: the last record of each identity.
 *
 * @param alerts by alertId
 * @param events by eventId
 * @param tension the last reading; null before the first
 */
public record Announced(
        Map<String, EscalationAlert> alerts,
        Map<String, DiplomaticEvent> events,
        @Nullable BilateralTension tension) {
    public Announced {
        alerts = Map.copyOf(alerts);
        events = Map.copyOf(events);
    }

    /** Nothing yet. */
    public static Announced nothing() {
        return new Announced(Map.of(), Map.of(), null);
    }

    /** What will have been announced when the due records are out; what lies before the horizon and is over is let go. */
    public Announced plus(Announcements.Due due, Ruleset rules) {
        BilateralTension reading = due.tension().orElse(tension);
        Map<String, EscalationAlert> allAlerts = new TreeMap<>(alerts);
        due.alerts().forEach(alert -> allAlerts.put(alert.getAlertId(), alert));
        Map<String, DiplomaticEvent> allEvents = new TreeMap<>(events);
        due.events().forEach(event -> allEvents.put(event.getEventId(), event));
        if (reading != null) {
            LocalDate horizon = rules.keptFrom(reading.getAsOfDay());
            allAlerts
                    .values()
                    .removeIf(alert -> isOver(alert) && alert.getAsOf().isBefore(horizon));
            allEvents.values().removeIf(event -> event.getEventDate().isBefore(horizon));
        }
        return new Announced(allAlerts, allEvents, reading);
    }

    static boolean isOver(EscalationAlert alert) {
        return alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED;
    }
}
