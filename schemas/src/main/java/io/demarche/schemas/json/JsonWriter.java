package io.demarche.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns a record into a JSON tree by the Java types of its values. */
final class JsonWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonWriter() {}

    static ObjectNode object(SpecificRecord record, String path) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
            Object value = record.get(field.pos());
            if (value != null) {
                object.set(field.name(), node(value, fieldPath));
            } else if (!field.schema().isNullable()) {
                throw new IllegalArgumentException(fieldPath + " is null, but takes no null");
            }
        }
        return object;
    }

    private static JsonNode node(@Nullable Object value, String path) {
        if (value instanceof SpecificRecord record) {
            return object(record, path);
        } else if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof LocalDate) {
            return TextNode.valueOf(value.toString());
        } else if (value instanceof Instant time) {
            // The schemas keep milliseconds; what is finer would not survive the wire either.
            return TextNode.valueOf(time.truncatedTo(ChronoUnit.MILLIS).toString());
        } else if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        } else if (value instanceof Long number) {
            return LongNode.valueOf(number);
        } else if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return DoubleNode.valueOf(number);
        } else if (value instanceof Collection<?> items) {
            return array(items, path);
        }
        throw new IllegalArgumentException(path + " cannot be written as JSON: "
                + (value == null ? "null in a list" : value.getClass().getSimpleName() + " " + value));
    }

    private static ArrayNode array(Collection<?> items, String path) {
        ArrayNode array = NODES.arrayNode(items.size());
        int index = 0;
        for (Object item : items) {
            array.add(node(item, path + "[" + index++ + "]"));
        }
        return array;
    }
}
