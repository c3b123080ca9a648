package io.demarche.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.schemas.CompatibilityLevel;
import io.demarche.schemas.DemarcheException;
import org.jspecify.annotations.Nullable;

/** One change of a catalogue as its log keeps it: a JSON key that names what changed, a JSON value that holds its state. */
sealed interface LogRecord {
    JsonMapper MAPPER = new JsonMapper();

    /** The JSON key. */
    String key();

    /** The JSON value; null where the key's state is gone. */
    @Nullable
    String value();

    /** A version of a subject came, or was deleted. */
    record SchemaChange(RegisteredSchema registered, boolean deleted) implements LogRecord {
        @Override
        public String key() {
            return object("SCHEMA")
                    .put("subject", registered.subject())
                    .put("version", registered.version())
                    .toString();
        }

        @Override
        public String value() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", registered.subject())
                    .put("version", registered.version())
                    .put("id", registered.id())
                    .put("schema", registered.schema())
                    .put("deleted", deleted)
                    .toString();
        }
    }

    /** A version of a subject is gone for good. */
    record SchemaGone(String subject, int version) implements LogRecord {
        @Override
        public String key() {
            return object("SCHEMA")
                    .put("subject", subject)
                    .put("version", version)
                    .toString();
        }

        @Override
        public @Nullable String value() {
            return null;
        }
    }

    /** Ids were given up to this one. Written before a schema goes for good: compaction forgets what bore the id. */
    record IdsGiven(int last) implements LogRecord {
        @Override
        public String key() {
            return object("IDS").toString();
        }

        @Override
        public String value() {
            return JsonNodeFactory.instance.objectNode().put("last", last).toString();
        }
    }

    /**
     * A compatibility level was set, or taken back.
     *
     * @param subject null for the global level
     * @param level null where it was taken back
     */
    record LevelChange(@Nullable String subject, @Nullable CompatibilityLevel level) implements LogRecord {
        @Override
        public String key() {
            return object("CONFIG").put("subject", subject).toString();
        }

        @Override
        public @Nullable String value() {
            return level == null
                    ? null
                    : JsonNodeFactory.instance
                            .objectNode()
                            .put("compatibilityLevel", level.name())
                            .toString();
        }
    }

    /**
     * Reads a record back.
     *
     * @throws DemarcheException where it is none; the message gives the key
     */
    static LogRecord parse(String key, @Nullable String value) {
        JsonNode keyNode = json(key, key);
        String type = keyNode.path("keytype").asText();
        if (type.equals("CONFIG") && keyNode.has("subject")) {
            return new LevelChange(keyNode.get("subject").textValue(), value == null ? null : level(value, key));
        }
        if (type.equals("IDS") && value != null) {
            return new IdsGiven(positive(json(value, key), "last", key));
        }
        if (type.equals("SCHEMA") && value == null) {
            return new SchemaGone(text(keyNode, "subject", key), positive(keyNode, "version", key));
        }
        if (type.equals("SCHEMA") && value != null) {
            JsonNode state = json(value, key);
            RegisteredSchema registered = new RegisteredSchema(
                    text(state, "subject", key),
                    positive(state, "version", key),
                    positive(state, "id", key),
                    text(state, "schema", key));
            return new SchemaChange(registered, state.path("deleted").asBoolean());
        }
        throw new DemarcheException("schema log: record with key " + key + " is neither a schema nor a level");
    }

    private static CompatibilityLevel level(String value, String key) {
        String name = text(json(value, key), "compatibilityLevel", key);
        return CompatibilityLevel.named(name)
                .orElseThrow(() -> new DemarcheException(
                        "schema log: record with key " + key + ": invalid compatibility level '" + name + "'"));
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("keytype", type);
    }

    private static JsonNode json(String text, String key) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DemarcheException("schema log: record with key " + key + " is not JSON", e);
        }
    }

    private static String text(JsonNode object, String member, String key) {
        JsonNode node = object.path(member);
        if (!node.isTextual()) {
            throw new DemarcheException("schema log: record with key " + key + " lacks the text '" + member + "'");
        }
        return node.textValue();
    }

    private static int positive(JsonNode object, String member, String key) {
        JsonNode node = object.path(member);
        if (!node.isInt() || node.intValue() < 1) {
            throw new DemarcheException("schema log: record with key " + key + " lacks the number '" + member + "'");
        }
        return node.intValue();
    }
}
