package io.demarche.consumer.sink;

import io.demarche.avro.EscalationAlert;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest revision of each alert that was written; beyond a bound, the alerts longest untouched are forgotten. */
final class NewestRevisions {
    private final Map<String, Integer> newest;

    NewestRevisions(int bound) {
        newest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > bound;
            }
        };
    }

    /** Keeps the revision in mind where it is newer than the newest known. */
    boolean advance(String alertId, int revision) {
        Integer known = newest.get(alertId);
        if (known != null && known >= revision) {
            return false;
        }
        newest.put(alertId, revision);
        return true;
    }

    boolean advance(EscalationAlert alert) {
        return advance(alert.getAlertId(), alert.getRevision());
    }
}
