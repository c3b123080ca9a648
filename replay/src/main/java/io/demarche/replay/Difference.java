package io.demarche.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * One record that a shadow run has otherwise than the live topics.
 *
 * @param kind how it differs
 * @param record {@code event} or {@code alert}
 * @param dyad the pair of states
 * @param date the day of the event, or the day on which the alert fired
 * @param what the event's type, or the alert's level
 * @param id eventId or alertId
 * @param fields the fields that differ, in the schema's order; empty unless changed
 */
public record Difference(
        Kind kind, String record, String dyad, String date, String what, String id, List<String> fields) {
    /** How a record differs. */
    public enum Kind {
        /** The live topics have it, the shadow run has not. */
        VANISHED,
        /** The shadow run has it, the live topics have not. */
        NEW,
        /** Both have it, with other contents. */
        CHANGED
    }

    public Difference {
        fields = List.copyOf(fields);
    }

    /** One object for a line of JSON. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("difference", kind.name())
                .put("record", record)
                .put("dyad", dyad)
                .put("date", date)
                .put("what", what)
                .put("id", id);
        fields.forEach(json.putArray("fields")::add);
        return json;
    }

    /** The head of a table of {@link #row rows}. */
    public static String head() {
        return cells("differs", "record", "pair", "date", "what", "id", "fields");
    }

    /** One row for a person. */
    public String row() {
        return cells(kind.name().toLowerCase(Locale.ROOT), record, dyad, date, what, id, String.join(", ", fields));
    }

    private static String cells(Object... cells) {
        return String.format("%-8s  %-6s  %-7s  %-10s  %-20s  %-32s  %s", cells).stripTrailing();
    }
}
