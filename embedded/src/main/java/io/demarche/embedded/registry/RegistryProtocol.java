package io.demarche.embedded.registry;

import static io.demarche.kafka.registry.SchemaRegistryException.INVALID_SCHEMA;
import static io.demarche.kafka.registry.SchemaRegistryException.SCHEMA_NOT_FOUND;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_LEVEL_NOT_CONFIGURED;
import static io.demarche.kafka.registry.SchemaRegistryException.SUBJECT_MODE_NOT_CONFIGURED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.kafka.registry.RegistryAnswer;
import io.demarche.kafka.registry.RegistryTransport;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.schemas.CompatibilityLevel;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The REST protocol of Confluent's schema registry, as far as clients of Avro schemas use it, without the HTTP: a server
 * hands each request over and sends back what it gets. Requests answered:
 *
 * <pre>
 * GET    /                                              {}
 * GET    /subjects[?subjectPrefix=P][&deleted=true]     names
 * POST   /subjects/S                                    the version that holds a schema
 * DELETE /subjects/S[?permanent=true]                   numbers of the versions deleted
 * GET    /subjects/S/versions[?deleted=true]            numbers
 * POST   /subjects/S/versions                           register
 * GET    /subjects/S/versions/V[/schema]                one version; V is a number or latest
 * DELETE /subjects/S/versions/V[?permanent=true]        number of the version deleted
 * GET    /schemas/types
 * GET    /schemas/ids/I[/schema|/subjects|/versions][?subject=S]
 * POST   /compatibility/subjects/S/versions[/V][?verbose=true]
 * GET, PUT /config                                      the global level
 * GET, PUT, DELETE /config/S[?defaultToGlobal=true]     the level of a subject
 * GET    /mode, /mode/S?defaultToGlobal=true            READWRITE
 * </pre>
 *
 * <p>What is deleted is deleted softly: no longer found under its subject, unless the question says {@code deleted=true}, but
 * readable by its id. With {@code permanent=true}, which asks for a soft deletion first, it goes for good.
 *
 * <p>Schemas of other types than Avro, and references between schemas, are refused with 42201.
 */
public final class RegistryProtocol implements RegistryTransport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final SchemaCatalog catalog;

    public RegistryProtocol(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /** Answers one request; never throws for what a client can send, but lets a failure of the catalogue's log through. */
    @Override
    public RegistryAnswer exchange(String method, String path, @Nullable String body) {
        try {
            return new RegistryAnswer(
                    200, route(method, RequestPath.parse(path), body).toString());
        } catch (SchemaRegistryException e) {
            ObjectNode error =
                    NODES.objectNode().put("error_code", e.errorCode()).put("message", e.getMessage());
            return new RegistryAnswer(e.httpStatus(), error.toString());
        }
    }

    private JsonNode route(String method, RequestPath path, @Nullable String body) {
        return switch (path.segment(0)) {
            case "" -> get(method, NODES.objectNode());
            case "subjects" -> subjects(method, path, body);
            case "schemas" -> schemas(method, path);
            case "compatibility" -> compatibility(method, path, body);
            case "config" -> path.size() == 1 ? globalConfig(method, body) : subjectConfig(method, path, body);
            case "mode" -> mode(method, path);
            default -> throw notFound();
        };
    }

    private JsonNode subjects(String method, RequestPath path, @Nullable String body) {
        String subject = path.segment(1);
        switch (path.size()) {
            case 1 -> {
                return get(
                        method,
                        strings((isSet(path, "deleted") ? catalog.allSubjects() : catalog.subjects())
                                .stream()
                                        .filter(name -> name.startsWith(path.query("subjectPrefix", "")))
                                        .toList()));
            }
            case 2 -> {
                return switch (method) {
                    case "POST" -> versionNode(catalog.lookup(subject, schemaIn(body)));
                    case "DELETE" ->
                        numbers(
                                isSet(path, "permanent")
                                        ? catalog.purgeSubject(subject)
                                        : catalog.deleteSubject(subject));
                    default -> throw notAllowed();
                };
            }
            default -> {
                if (!path.segment(2).equals("versions")) {
                    throw notFound();
                }
                return path.size() == 3 ? versions(method, path, body) : version(method, path);
            }
        }
    }

    private JsonNode versions(String method, RequestPath path, @Nullable String body) {
        String subject = path.segment(1);
        return switch (method) {
            case "GET" -> numbers(isSet(path, "deleted") ? catalog.allVersions(subject) : catalog.versions(subject));
            case "POST" -> {
                RegisteredSchema registered = catalog.register(subject, schemaIn(body));
                yield NODES.objectNode()
                        .put("id", registered.id())
                        .put("version", registered.version())
                        .put("schemaType", "AVRO")
                        .put("schema", registered.schema());
            }
            default -> throw notAllowed();
        };
    }

    private JsonNode version(String method, RequestPath path) {
        String subject = path.segment(1);
        String version = path.segment(3);
        if (path.size() == 5 && path.segment(4).equals("schema")) {
            return get(method, json(version(path).schema()));
        } else if (path.size() != 4) {
            throw notFound();
        }
        return switch (method) {
            case "GET" -> versionNode(version(path));
            case "DELETE" ->
                NODES.numberNode(
                        isSet(path, "permanent") ? catalog.purge(subject, version) : catalog.delete(subject, version));
            default -> throw notAllowed();
        };
    }

    private RegisteredSchema version(RequestPath path) {
        return isSet(path, "deleted")
                ? catalog.anyVersion(path.segment(1), path.segment(3))
                : catalog.version(path.segment(1), path.segment(3));
    }

    private static boolean isSet(RequestPath path, String query) {
        return path.query(query, "false").equals("true");
    }

    private JsonNode schemas(String method, RequestPath path) {
        if (path.size() == 2 && path.segment(1).equals("types")) {
            return get(method, NODES.arrayNode().add("AVRO"));
        } else if (path.size() < 3 || path.size() > 4 || !path.segment(1).equals("ids")) {
            throw notFound();
        }
        int id = id(path.segment(2));
        return get(
                method,
                switch (path.segment(3)) {
                    case "" -> byId(id, path.query("subject", ""));
                    case "schema" -> json(catalog.schemaById(id));
                    case "subjects" ->
                        strings(catalog.versionsOf(id).stream()
                                .map(RegisteredSchema::subject)
                                .distinct()
                                .toList());
                    case "versions" -> usesOf(id);
                    default -> throw notFound();
                });
    }

    /** With its use under the subject that the client means, or else under the first. */
    private JsonNode byId(int id, String subject) {
        ObjectNode node = NODES.objectNode();
        catalog.versionsOf(id).stream()
                .min(Comparator.comparing(use -> !use.subject().equals(subject)))
                .ifPresent(use -> node.put("subject", use.subject()).put("version", use.version()));
        return node.put("schemaType", "AVRO").put("schema", catalog.schemaById(id));
    }

    private JsonNode usesOf(int id) {
        ArrayNode uses = NODES.arrayNode();
        catalog.versionsOf(id)
                .forEach(use -> uses.addObject().put("subject", use.subject()).put("version", use.version()));
        return uses;
    }

    private JsonNode compatibility(String method, RequestPath path, @Nullable String body) {
        if (!path.segment(1).equals("subjects")
                || !path.segment(3).equals("versions")
                || path.size() < 4
                || path.size() > 5) {
            throw notFound();
        } else if (!method.equals("POST")) {
            throw notAllowed();
        }
        String subject = path.segment(2);
        String schema = schemaIn(body);
        List<String> violations = path.size() == 4
                ? catalog.violations(subject, schema)
                : catalog.violations(subject, path.segment(4), schema);
        ObjectNode answer = NODES.objectNode().put("is_compatible", violations.isEmpty());
        if (isSet(path, "verbose")) {
            answer.set("messages", strings(violations));
        }
        return answer;
    }

    private JsonNode globalConfig(String method, @Nullable String body) {
        return switch (method) {
            case "GET" -> levelNode(catalog.globalLevel());
            case "PUT" -> {
                CompatibilityLevel level = levelIn(body);
                catalog.setGlobalLevel(level);
                yield NODES.objectNode().put("compatibility", level.name());
            }
            default -> throw notAllowed();
        };
    }

    private JsonNode subjectConfig(String method, RequestPath path, @Nullable String body) {
        if (path.size() != 2) {
            throw notFound();
        }
        String subject = path.segment(1);
        return switch (method) {
            case "GET" -> levelNode(catalog.level(subject).orElseGet(() -> globalIfAsked(path, subject)));
            case "PUT" -> {
                CompatibilityLevel level = levelIn(body);
                catalog.setLevel(subject, level);
                yield NODES.objectNode().put("compatibility", level.name());
            }
            case "DELETE" -> levelNode(catalog.clearLevel(subject));
            default -> throw notAllowed();
        };
    }

    private CompatibilityLevel globalIfAsked(RequestPath path, String subject) {
        if (isSet(path, "defaultToGlobal")) {
            return catalog.globalLevel();
        }
        throw new SchemaRegistryException(
                SUBJECT_LEVEL_NOT_CONFIGURED,
                "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    private static JsonNode mode(String method, RequestPath path) {
        if (path.size() > 2) {
            throw notFound();
        } else if (path.size() == 2 && !isSet(path, "defaultToGlobal")) {
            throw new SchemaRegistryException(
                    SUBJECT_MODE_NOT_CONFIGURED,
                    "Subject '" + path.segment(1) + "' does not have subject-level mode configured");
        }
        return get(method, NODES.objectNode().put("mode", "READWRITE"));
    }

    private static String schemaIn(@Nullable String body) {
        JsonNode request = requestIn(body);
        if (!request.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw new SchemaRegistryException(
                    INVALID_SCHEMA, "Invalid schema type " + request.get("schemaType") + ": only AVRO is supported");
        }
        if (!request.path("references").isMissingNode()
                && !request.path("references").isEmpty()) {
            throw new SchemaRegistryException(INVALID_SCHEMA, "references between schemas are not supported");
        }
        if (!request.path("schema").isTextual()) {
            throw new SchemaRegistryException(INVALID_SCHEMA, "Empty schema: the member 'schema' must be text");
        }
        return request.get("schema").textValue();
    }

    private static CompatibilityLevel levelIn(@Nullable String body) {
        String name = requestIn(body).path("compatibility").asText();
        return CompatibilityLevel.named(name)
                .orElseThrow(() -> new SchemaRegistryException(
                        SchemaRegistryException.INVALID_LEVEL,
                        "invalid compatibility level '" + name + "': one of " + List.of(CompatibilityLevel.values())));
    }

    private static JsonNode requestIn(@Nullable String body) {
        try {
            JsonNode request = MAPPER.readTree(body == null ? "" : body);
            if (request.isObject()) {
                return request;
            }
        } catch (JsonProcessingException e) {
            throw new SchemaRegistryException(400, "the request's body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new SchemaRegistryException(400, "the request's body is not a JSON object");
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SchemaRegistryException(SCHEMA_NOT_FOUND, "Schema " + text + " not found", e);
        }
    }

    private static JsonNode versionNode(RegisteredSchema registered) {
        return NODES.objectNode()
                .put("subject", registered.subject())
                .put("version", registered.version())
                .put("id", registered.id())
                .put("schemaType", "AVRO")
                .put("schema", registered.schema());
    }

    private static JsonNode levelNode(CompatibilityLevel level) {
        return NODES.objectNode().put("compatibilityLevel", level.name());
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue holds a schema that is not JSON", e);
        }
    }

    private static JsonNode strings(List<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static JsonNode numbers(List<Integer> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static JsonNode get(String method, JsonNode answer) {
        if (!method.equals("GET")) {
            throw notAllowed();
        }
        return answer;
    }

    private static SchemaRegistryException notFound() {
        return new SchemaRegistryException(404, "HTTP 404 Not Found");
    }

    private static SchemaRegistryException notAllowed() {
        return new SchemaRegistryException(405, "HTTP 405 Method Not Allowed");
    }
}
