package io.demarche.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.schemas.json.RecordJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Records of any topic as lines of JSON, and back: {@code topic, partition, offset, timestamp} (milliseconds since 1970),
 * {@code key}, {@code headers} and {@code value}. A value of the catalogue's types is written with its fields, and {@code type}
 * names it; all other bytes are text where they are UTF-8, else base64 under {@code keyBase64, valueBase64, base64}. What is read
 * back is what was written; of the catalogue's values the fields are, under the id that the registry at hand gives the schema.
 */
final class RecordLines {
    private final Map<String, ?> settings;
    private final Map<String, Codec<?>> codecs = new HashMap<>();

    /**
     * @param settings of the serde
     */
    RecordLines(Map<String, ?> settings) {
        this.settings = settings;
    }

    /** One line, without its end. */
    String write(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", record.timestamp());
        put(line, "key", record.key());
        ArrayNode headers = line.putArray("headers");
        for (Header header : record.headers()) {
            ObjectNode one = headers.addObject().put("name", header.key());
            byte[] value = header.value();
            String text = text(value);
            if (value == null || text != null) {
                one.put("value", text);
            } else {
                one.put("base64", Base64.getEncoder().encodeToString(value));
            }
        }
        Optional<Class<? extends SpecificRecord>> type = type(record.topic());
        Optional<ObjectNode> fields = record.value() == null
                ? Optional.empty()
                : type.flatMap(known -> codec(known).fields(record.topic(), record.value()));
        if (fields.isPresent()) {
            line.put("type", type.orElseThrow().getSimpleName()).set("value", fields.get());
        } else {
            put(line, "value", record.value());
        }
        return line.toString();
    }

    /**
     * The record of a line.
     *
     * @param topic the topic that it is for
     * @throws DemarcheException naming what is wrong with the line
     */
    ProducerRecord<byte[], byte[]> read(String line, String topic) {
        return read(line, topic, true);
    }

    /**
     * Reads a line and asks the registry nothing.
     *
     * @throws DemarcheException naming what is wrong with the line
     */
    void check(String line, String topic) {
        read(line, topic, false);
    }

    private ProducerRecord<byte[], byte[]> read(String line, String topic, boolean encodes) {
        ObjectNode json = RecordJson.parse(line);
        Headers headers = new RecordHeaders();
        for (JsonNode header : json.path("headers")) {
            if (!header.path("name").isTextual()) {
                throw new DemarcheException("headers: one has no name");
            }
            headers.add(header.path("name").asText(), bytes(header, "value", "base64"));
        }
        return new ProducerRecord<>(
                topic,
                json.path("partition").isInt() ? json.path("partition").intValue() : null,
                json.path("timestamp").isIntegralNumber()
                                && json.path("timestamp").longValue() >= 0
                        ? json.path("timestamp").longValue()
                        : null,
                bytes(json, "key", "keyBase64"),
                value(json, topic, encodes),
                headers);
    }

    private byte @Nullable [] value(ObjectNode json, String topic, boolean encodes) {
        if (!json.has("type")) {
            return bytes(json, "value", "valueBase64");
        }
        String name = json.path("type").asText();
        Class<? extends SpecificRecord> type = Topics.all().stream()
                .flatMap(known -> known.valueType().stream())
                .filter(known -> known.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new DemarcheException("type: no such record: '" + name + "'"));
        JsonNode fields = json.path("value");
        if (!fields.isObject()) {
            throw new DemarcheException("value: not the fields of a " + name);
        }
        if (encodes) {
            return codec(type).bytes(topic, fields);
        }
        RecordJson.read(fields, type);
        return null;
    }

    private static void put(ObjectNode json, String name, byte @Nullable [] bytes) {
        String text = text(bytes);
        if (bytes == null || text != null) {
            json.put(name, text);
        } else {
            json.put(name + "Base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static byte @Nullable [] bytes(JsonNode json, String name, String base64) {
        if (json.has(base64)) {
            try {
                return Base64.getDecoder().decode(json.path(base64).asText());
            } catch (IllegalArgumentException e) {
                throw new DemarcheException(base64 + ": not base64: " + e.getMessage(), e);
            }
        }
        JsonNode text = json.path(name);
        if (text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw new DemarcheException(
                    name + (text.isMissingNode() ? " is missing: write null where there is none" : ": not text"));
        }
        return text.asText().getBytes(StandardCharsets.UTF_8);
    }

    /** The text that the bytes are, to the byte; null where they are none. */
    private static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The type of a topic's values, under the catalogue's name or one with a prefix. */
    static Optional<Topics.Topic> known(String topic) {
        return Topics.all().stream()
                .filter(known -> topic.equals(known.name()) || topic.endsWith("-" + known.name()))
                .findFirst();
    }

    private static Optional<Class<? extends SpecificRecord>> type(String topic) {
        return known(topic).flatMap(Topics.Topic::valueType);
    }

    private Codec<?> codec(Class<? extends SpecificRecord> type) {
        return codecs.computeIfAbsent(type.getName(), name -> codecOf(type));
    }

    private <T extends SpecificRecord> Codec<T> codecOf(Class<T> type) {
        return new Codec<>(type, ValueSerdes.of(type, settings));
    }

    /** Values of one type. */
    private record Codec<T extends SpecificRecord>(Class<T> type, Serde<T> serde) {
        /** The fields; empty where the bytes are no such record, or JSON cannot say all of it. */
        Optional<ObjectNode> fields(String topic, byte[] bytes) {
            try {
                T record = serde.deserializer().deserialize(topic, bytes);
                ObjectNode fields = RecordJson.toNode(record);
                return RecordJson.read(fields, type).equals(record) ? Optional.of(fields) : Optional.empty();
            } catch (SerializationException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        byte[] bytes(String topic, JsonNode fields) {
            return serde.serializer().serialize(topic, RecordJson.read(fields, type));
        }
    }
}
