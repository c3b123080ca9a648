package io.demarche.kafka.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The properties that the Java code generator adds to a schema ({@code avro.java.string}); other languages need none. */
final class JavaProperties {
    private static final String STRING = "avro.java.string";

    private JavaProperties() {}

    /** The same schema without them. */
    static Schema removed(Schema schema) {
        try {
            JsonNode json = new JsonMapper().readTree(schema.toString());
            return new Schema.Parser().parse(simplified(json).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema that Avro printed is not JSON", e);
        }
    }

    private static JsonNode simplified(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(STRING);
            if (object.size() == 1 && object.path("type").asText().equals("string")) {
                return object.get("type");
            }
            object.fieldNames().forEachRemaining(name -> object.replace(name, simplified(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, simplified(array.get(i)));
            }
        }
        return node;
    }
}
