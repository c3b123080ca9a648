package io.demarche.streams.state;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.EscalationAlert;
import io.demarche.tension.Announcements.Due;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was announced last of one dyad in memory, as far as every mention asks for it: the reading, and the alerts that are not
 * over. All of it is in the store, too; what is not here is looked for there. Not thread-safe.
 */
public final class LastAnnounced {
    private final Map<String, EscalationAlert> open = new HashMap<>();
    private @Nullable BilateralTension reading;

    /** The alert as it was announced; null where the store has to be asked. */
    @Nullable
    EscalationAlert alert(String alertId) {
        return open.get(alertId);
    }

    /** The reading as it was announced; null where the store has to be asked. */
    @Nullable
    BilateralTension reading() {
        return reading;
    }

    /** Notes what was announced, once it is stored. */
    public void announced(Due due) {
        for (EscalationAlert alert : due.alerts()) {
            boolean over = alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED;
            if (over) {
                open.remove(alert.getAlertId());
            } else {
                open.put(alert.getAlertId(), alert);
            }
        }
        due.tension().ifPresent(now -> reading = now);
    }
}
