package io.demarche.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.schemas.DemarcheException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fields of a JSON object, whose errors name the field. */
final class Fields {
    private Fields() {}

    static JsonNode required(JsonNode object, String name) {
        JsonNode field = object.get(name);
        if (field == null) {
            throw new DemarcheException("field " + name + " is missing");
        }
        return field;
    }

    static String text(JsonNode object, String name) {
        JsonNode field = required(object, name);
        if (!field.isTextual()) {
            throw new DemarcheException("field " + name + " is no text");
        }
        return field.asText();
    }

    static int integer(JsonNode object, String name) {
        JsonNode field = required(object, name);
        if (!field.isInt()) {
            throw new DemarcheException("field " + name + " is no whole number");
        }
        return field.asInt();
    }

    static boolean flag(JsonNode object, String name) {
        JsonNode field = required(object, name);
        if (!field.isBoolean()) {
            throw new DemarcheException("field " + name + " is neither true nor false");
        }
        return field.asBoolean();
    }

    static @Nullable String textOrNull(JsonNode object, String name) {
        return required(object, name).isNull() ? null : text(object, name);
    }

    static @Nullable Integer integerOrNull(JsonNode object, String name) {
        return required(object, name).isNull() ? null : Integer.valueOf(integer(object, name));
    }

    static List<JsonNode> list(JsonNode object, String name) {
        JsonNode field = required(object, name);
        if (!field.isArray()) {
            throw new DemarcheException("field " + name + " is no list");
        }
        return StreamSupport.stream(field.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode object, String name) {
        return list(object, name).stream().map(JsonNode::asText).toList();
    }
}
