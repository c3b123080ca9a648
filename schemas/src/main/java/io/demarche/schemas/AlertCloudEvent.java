package io.demarche.schemas;

import io.demarche.avro.EscalationAlert;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A revision of an alert as a CloudEvent 1.0: what its attributes are, in whichever form they travel.
 *
 * @param id the alertId and the revision
 * @param type tells the status
 * @param subject the dyad
 * @param time the beginning of the as-of day in UTC
 */
public record AlertCloudEvent(String id, String type, String subject, String time) {
    public static final String SPEC_VERSION = "1.0";
    public static final String SOURCE = "urn:demarche:escalation-alerts";

    private static final String TYPE = "io.demarche.alert.";

    /** The attributes of a revision. */
    public static AlertCloudEvent of(EscalationAlert alert) {
        return new AlertCloudEvent(
                alert.getAlertId() + "-" + alert.getRevision(),
                TYPE + alert.getStatus().name().toLowerCase(Locale.ROOT),
                alert.getDyad(),
                alert.getAsOf().atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }

    /** The attributes by name, in the order in which they are written. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", SPEC_VERSION);
        attributes.put("id", id);
        attributes.put("source", SOURCE);
        attributes.put("type", type);
        attributes.put("subject", subject);
        attributes.put("time", time);
        return attributes;
    }
}
