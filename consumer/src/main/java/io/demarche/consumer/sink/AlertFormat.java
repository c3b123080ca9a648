package io.demarche.consumer.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.AlertCloudEvent;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.util.Locale;

/** In what form a sink writes alerts. */
public enum AlertFormat {
    /** Blocks of text for a person. */
    TEXT,
    /** The record's fields as one JSON object a line. */
    JSON,
    /**
     * A CloudEvents 1.0 envelope in structured JSON, one a line. {@code id} is the alertId and the revision, {@code subject}
     * the dyad, {@code type} tells the status, {@code time} is the beginning of the as-of day in UTC, {@code data} the
     * record's fields.
     */
    CLOUDEVENTS;

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads a format as a person names it.
     *
     * @throws DemarcheException naming the formats there are
     */
    public static AlertFormat parse(String name) {
        for (AlertFormat format : values()) {
            if (format.toString().equals(name)) {
                return format;
            }
        }
        throw new DemarcheException("no such format: '" + SafeText.of(name) + "'; there are: text, json, cloudevents");
    }

    /** The name of a revision: the same however often, and wherever, it is written. */
    public static String id(EscalationAlert alert) {
        return AlertCloudEvent.of(alert).id();
    }

    /** What HTTP calls a body in this form. */
    public String mediaType() {
        return switch (this) {
            case TEXT -> "text/plain; charset=utf-8";
            case JSON -> "application/json";
            case CLOUDEVENTS -> "application/cloudevents+json; charset=utf-8";
        };
    }

    /** The alert as one line, without its end. */
    public String line(EscalationAlert alert) {
        String data = RecordJson.write(alert);
        if (this != CLOUDEVENTS) {
            return data;
        }
        ObjectNode event = MAPPER.createObjectNode();
        AlertCloudEvent.of(alert).attributes().forEach(event::put);
        event.put("datacontenttype", "application/json");
        return event.set("data", RecordJson.parse(data)).toString();
    }

    /** How each line starts. */
    String start() {
        return this == CLOUDEVENTS ? "{\"specversion\":" : "{\"alertId\":";
    }

    /** The alert's fields within a line. */
    JsonNode data(JsonNode line) {
        return this == CLOUDEVENTS ? line.path("data") : line;
    }

    /** The name that a person gives it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
