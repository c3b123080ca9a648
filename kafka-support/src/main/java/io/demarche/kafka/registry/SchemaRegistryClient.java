package io.demarche.kafka.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.demarche.schemas.CompatibilityLevel;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * A client of a schema registry that speaks Confluent's protocol, over HTTP or, for {@code mock://SCOPE}, inside the JVM.
 * Remembers what never changes: the schema of an id, the id of a schema under a subject. Safe for many threads.
 *
 * <p>All methods that ask the registry throw
 *
 * <ul>
 *   <li>{@link SchemaRegistryUnavailableException} when none answered within {@code schema.registry.retry.total.ms};
 *   <li>{@link SchemaRegistryException} when it answered no;
 *   <li>{@link InterruptException} when the thread was interrupted meanwhile; its interrupt flag stays set.
 * </ul>
 */
public final class SchemaRegistryClient {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SHOWN = 200;

    private final RegistryTransport transport;
    private final String shownUrls;
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RegisteredSchema> latest = new ConcurrentHashMap<>();

    private record SubjectSchema(String subject, Schema schema) {}

    SchemaRegistryClient(RegistryTransport transport, String shownUrls) {
        this.transport = transport;
        this.shownUrls = shownUrls;
    }

    /** A client with these settings. Connects with the first question, not here. */
    public static SchemaRegistryClient of(RegistrySettings settings) {
        return new SchemaRegistryClient(
                settings.mockScope().map(RegistriesInProcess::find).orElseGet(() -> overHttp(settings)),
                settings.shownUrls());
    }

    /** A client with the settings of a Kafka configuration; see {@link RegistrySettings}. */
    public static SchemaRegistryClient from(Map<String, ?> config) {
        return of(RegistrySettings.from(config));
    }

    private static RegistryTransport overHttp(RegistrySettings settings) {
        HttpClient client = HttpTransport.client(settings);
        List<HttpTransport> registries = settings.urls().stream()
                .map(url -> new HttpTransport(client, url, settings))
                .toList();
        return new RetryingTransport(registries, settings.retryTotal(), RetryTimer.system());
    }

    /** Registers a schema under a subject, where it is not yet, and gives its id. Asked once for each schema. */
    public int register(String subject, Schema schema) {
        return idOf(subject, schema, "/subjects/" + encoded(subject) + "/versions");
    }

    /** The id of a schema that the subject must already hold. Asked once for each schema. */
    public int id(String subject, Schema schema) {
        return idOf(subject, schema, "/subjects/" + encoded(subject));
    }

    /** The schema with this id. Asked once for each id. */
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = parsed(text(ask("GET", "/schemas/ids/" + id, null), "schema"), "id " + id);
        schemas.put(id, schema);
        return schema;
    }

    /** The newest version of a subject. Asked once for each subject: a client keeps to the version that it met first. */
    public RegisteredSchema latest(String subject) {
        RegisteredSchema known = latest.get(subject);
        if (known != null) {
            return known;
        }
        JsonNode answer = ask("GET", "/subjects/" + encoded(subject) + "/versions/latest", null);
        RegisteredSchema found =
                new RegisteredSchema(subject, number(answer, "version"), number(answer, "id"), text(answer, "schema"));
        latest.put(subject, found);
        return found;
    }

    /** The subjects that the registry holds; asks it each time, so this shows whether it answers. */
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        ask("GET", "/subjects", null).forEach(subject -> subjects.add(subject.asText()));
        return subjects;
    }

    /** Deletes all versions of a subject softly: their ids can still be read. */
    public void deleteSubject(String subject) {
        ask("DELETE", "/subjects/" + encoded(subject), null);
    }

    /** What would keep a schema from following the latest version of a subject; empty where nothing would. */
    public List<String> violations(String subject, Schema schema) {
        JsonNode answer = ask(
                "POST",
                "/compatibility/subjects/" + encoded(subject) + "/versions/latest?verbose=true",
                request("schema", schema.toString()));
        if (answer.path("is_compatible").asBoolean()) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        answer.path("messages").forEach(message -> messages.add(message.asText()));
        return messages.isEmpty() ? List.of("incompatible") : messages;
    }

    /** Sets what new versions of a subject must be compatible with. */
    public void setLevel(String subject, CompatibilityLevel level) {
        ask("PUT", "/config/" + encoded(subject), request("compatibility", level.name()));
    }

    private int idOf(String subject, Schema schema, String path) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = number(ask("POST", path, request("schema", schema.toString())), "id");
        ids.put(key, id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    private JsonNode ask(String method, String path, @Nullable String body) {
        RegistryAnswer answer;
        try {
            answer = transport.exchange(method, path, body);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (IOException e) {
            throw new SchemaRegistryUnavailableException("no schema registry answered at " + shownUrls, e);
        }
        JsonNode json;
        try {
            json = MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw unexpected(answer, path, e);
        }
        if (answer.status() == 200) {
            return json;
        }
        String message = firstLine(json.path("message").asText());
        if (answer.status() == 401 || answer.status() == 403) {
            throw new SchemaRegistryException(
                    json.path("error_code").asInt(answer.status()),
                    "the schema registry at " + shownUrls + " refused the credentials (HTTP status " + answer.status()
                            + "): check basic.auth.user.info");
        }
        if (!json.path("error_code").isInt()) {
            throw unexpected(answer, path, null);
        }
        throw new SchemaRegistryException(
                json.get("error_code").intValue(),
                "the schema registry at " + shownUrls + " answered " + json.get("error_code") + " to " + method + " "
                        + path + ": " + message);
    }

    private SchemaRegistryException unexpected(RegistryAnswer answer, String path, @Nullable Throwable cause) {
        return new SchemaRegistryException(
                answer.status(),
                shownUrls + " does not answer like a schema registry (HTTP status " + answer.status() + " for " + path
                        + "): check the setting " + RegistrySettings.URL,
                cause);
    }

    private Schema parsed(String text, String what) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw new SchemaRegistryException(
                    SchemaRegistryException.INVALID_SCHEMA,
                    "the schema registry at " + shownUrls + " holds no Avro schema under " + what + ": "
                            + firstLine(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private String text(JsonNode answer, String member) {
        if (!answer.path(member).isTextual()) {
            throw lacking(member);
        }
        return answer.get(member).textValue();
    }

    private int number(JsonNode answer, String member) {
        if (!answer.path(member).isInt()) {
            throw lacking(member);
        }
        return answer.get(member).intValue();
    }

    private SchemaRegistryException lacking(String member) {
        return new SchemaRegistryException(
                200, "the schema registry at " + shownUrls + " left '" + member + "' out of its answer");
    }

    private static String request(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value).toString();
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
