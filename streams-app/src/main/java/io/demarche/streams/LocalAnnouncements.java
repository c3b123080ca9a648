package io.demarche.streams;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.streams.state.Announced;
import io.demarche.tension.Assessment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stand-in for the difference between what was announced and what now holds. */
final class LocalAnnouncements {
    private LocalAnnouncements() {}

    static Announced difference(Announced before, Assessment now) {
        Map<String, DiplomaticEvent> oldEvents = new LinkedHashMap<>();
        before.events().forEach(event -> oldEvents.put(event.getEventId(), event));
        List<DiplomaticEvent> events = new ArrayList<>();
        for (DiplomaticEvent event : now.events()) {
            DiplomaticEvent old = oldEvents.remove(event.getEventId());
            if (old == null) {
                events.add(event);
            } else if (!DiplomaticEvent.newBuilder(event)
                    .setRevision(old.getRevision())
                    .build()
                    .equals(old)) {
                events.add(DiplomaticEvent.newBuilder(event)
                        .setRevision(old.getRevision() + 1)
                        .build());
            }
        }
        oldEvents.values().stream()
                .filter(event -> event.getMentions() > 0)
                .forEach(event -> events.add(DiplomaticEvent.newBuilder(event)
                        .setMentions(0)
                        .setRevision(event.getRevision() + 1)
                        .build()));
        Map<String, EscalationAlert> oldAlerts = new LinkedHashMap<>();
        before.alerts().forEach(alert -> oldAlerts.put(alert.getAlertId(), alert));
        List<EscalationAlert> alerts = new ArrayList<>();
        for (EscalationAlert alert : now.alerts()) {
            EscalationAlert old = oldAlerts.remove(alert.getAlertId());
            if (old == null) {
                alerts.add(alert);
            } else if (!EscalationAlert.newBuilder(alert)
                    .setRevision(old.getRevision())
                    .build()
                    .equals(old)) {
                alerts.add(EscalationAlert.newBuilder(alert)
                        .setRevision(old.getRevision() + 1)
                        .build());
            }
        }
        oldAlerts.values().stream()
                .filter(alert -> alert.getStatus() != AlertStatus.RETRACTED)
                .forEach(alert -> alerts.add(EscalationAlert.newBuilder(alert)
                        .setStatus(AlertStatus.RETRACTED)
                        .setRevision(alert.getRevision() + 1)
                        .build()));
        Optional<BilateralTension> tension =
                Optional.of(now.tension()).filter(reading -> !before.tension().equals(Optional.of(reading)));
        return new Announced(events, tension, alerts);
    }
}
