package io.demarche.cli.contract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.consumer.UndeliveredHeaders;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The topics and their records as AsyncAPI 3.0 says it, with the bindings of Kafka. */
public final class AsyncApiDocument {
    private static final String HEAD = """
            # The topics of Demarche: who writes them, their keys, records and settings, for generators of code and pages.
            # Generated from the catalogue of topics and the schemas: ./demarche asyncapi > docs/asyncapi.yaml
            """;
    private static final String BINDING = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

    private final JsonMapper json = new JsonMapper();
    private final TopicNotes notes = TopicNotes.bundled();

    private AsyncApiDocument() {}

    /** The document, as YAML. */
    public static String yaml() {
        return HEAD + YamlText.of(new AsyncApiDocument().document());
    }

    private ObjectNode document() {
        ObjectNode document = json.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Demarche")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Diplomatic acts coded from news, the tension of every pair of states, alerts when it escalates. Values are"
                                + " Avro in Confluent's wire format. Read with isolation.level=read_committed.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.putObject("servers").set("kafka", server());
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic topic : Topics.all()) {
            String name = camel(topic.name());
            channels.set(name, channel(topic));
            operations.set(notes.of(topic).does() + capital(name), operation(topic, name));
            messages.set(messageName(topic), message(topic));
        }
        return document;
    }

    private ObjectNode server() {
        ObjectNode server = json.createObjectNode().put("host", "{bootstrap}").put("protocol", "kafka");
        server.putObject("variables")
                .putObject("bootstrap")
                .put("default", "localhost:9092")
                .put("description", "A broker, as host:port.");
        server.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://localhost:8081")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING);
        return server;
    }

    private ObjectNode channel(Topic topic) {
        ObjectNode channel = json.createObjectNode()
                .put("address", topic.name())
                .put("description", notes.of(topic).says());
        channel.putObject("messages")
                .putObject(messageName(topic))
                .put("$ref", "#/components/messages/" + messageName(topic));
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.name())
                .put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        for (Map.Entry<String, String> setting : new TreeMap<>(topic.config()).entrySet()) {
            switch (setting.getKey()) {
                case "cleanup.policy" -> {
                    ArrayNode policies = configuration.putArray("cleanup.policy");
                    for (String policy : setting.getValue().split(",")) {
                        policies.add(policy);
                    }
                }
                case "retention.ms", "max.message.bytes" ->
                    configuration.put(setting.getKey(), Long.parseLong(setting.getValue()));
                default -> {} // the binding has no place for it
            }
        }
        kafka.put("bindingVersion", BINDING);
        return channel;
    }

    private ObjectNode operation(Topic topic, String channel) {
        ObjectNode operation =
                json.createObjectNode().put("action", notes.of(topic).does());
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + channel + "/messages/" + messageName(topic));
        return operation;
    }

    private ObjectNode message(Topic topic) {
        ObjectNode message = json.createObjectNode().put("name", messageName(topic));
        topic.valueType().ifPresent(type -> {
            Schema schema = SpecificData.get().getSchema(type);
            message.put("summary", schema.getDoc()).put("contentType", "application/avro");
            if (topic.equals(Topics.ESCALATION_ALERTS)) {
                message.set("headers", cloudEvent());
            }
            if (topic.equals(Topics.UNDELIVERED_ALERTS)) {
                message.set("headers", undelivered());
            }
            message.putObject("payload").put("schemaFormat", AVRO).set("schema", tree(schema));
        });
        ObjectNode binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key")
                .put("type", "string")
                .put("description", notes.of(topic).key());
        if (topic.valueType().isPresent()) {
            binding.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
        }
        binding.put("bindingVersion", BINDING);
        return message;
    }

    private ObjectNode cloudEvent() {
        ObjectNode headers = json.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0");
        header(properties, "ce_id", "alertId, hyphen, revision");
        header(properties, "ce_source", "urn:demarche:escalation-alerts");
        header(properties, "ce_type", "io.demarche.alert. and the status: firing, updated, resolved, retracted");
        header(properties, "ce_subject", "The dyad.");
        header(properties, "ce_time", "The beginning of the as-of day in UTC.");
        header(properties, "content-type", "application/avro");
        header(properties, "traceparent", "W3C trace context of the article that caused it, where it came with one.");
        return headers;
    }

    private ObjectNode undelivered() {
        ObjectNode headers = json.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        header(properties, UndeliveredHeaders.SINK, "The sink that did not take it.");
        header(properties, UndeliveredHeaders.REASON, "Why the last try failed.");
        header(properties, UndeliveredHeaders.TRIES, "How often it was tried.");
        header(
                properties,
                UndeliveredHeaders.FIRST_TRIED,
                "When it was first tried, in UTC; absent where it never was.");
        header(properties, UndeliveredHeaders.GIVEN_UP, "When it was given up, in UTC.");
        header(properties, "traceparent", "W3C trace context of the article that caused it, where it came with one.");
        return headers;
    }

    private static void header(ObjectNode properties, String name, String says) {
        properties.putObject(name).put("type", "string").put("description", says);
    }

    private JsonNode tree(Schema schema) {
        try {
            return json.readTree(schema.toString());
        } catch (JacksonException e) {
            throw new IllegalStateException("a schema is JSON", e);
        }
    }

    private static String messageName(Topic topic) {
        return topic.valueType().map(type -> capital(camel(topic.name()))).orElse("DeadLetter");
    }

    private static String camel(String topic) {
        StringBuilder name = new StringBuilder();
        for (String word : topic.split("-")) {
            name.append(name.isEmpty() ? word : capital(word));
        }
        return name.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
