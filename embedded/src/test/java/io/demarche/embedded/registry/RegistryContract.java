package io.demarche.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.kafka.registry.RegistryAnswer;
import io.demarche.kafka.registry.RegistryTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with a schema registry, in order, from an empty registry on, with what the genuine server answers: the status,
 * and of the answer the members that clients go by. Message texts are free.
 *
 * <pre>{@code
 * RegistryContract.verify(RegistryContract.overHttp(registry.url()));
 * }</pre>
 */
public final class RegistryContract {
    private static final String RESOURCE = "registry-exchanges.json";

    private RegistryContract() {}

    /** Sends every request to an empty registry and compares the answers. */
    public static void verify(RegistryTransport registry) throws IOException, InterruptedException {
        for (JsonNode exchange : exchanges()) {
            String name = exchange.get("name").asText();
            String body = exchange.has("body") ? exchange.get("body").toString() : null;
            RegistryAnswer answer = registry.exchange(
                    exchange.get("method").asText(), exchange.get("path").asText(), body);
            assertThat(answer.status())
                    .as("status: " + name)
                    .isEqualTo(exchange.get("status").asInt());
            compare(name, exchange.get("answer"), new JsonMapper().readTree(answer.body()));
        }
    }

    /** How many exchanges there are. */
    public static int size() throws IOException {
        return exchanges().size();
    }

    /** The plainest of clients, so that a test of a server rests on no other code of the project. */
    public static RegistryTransport overHttp(String url) {
        HttpClient client = HttpClient.newHttpClient();
        return (method, path, body) -> {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", RegistryTransport.CONTENT_TYPE)
                            .method(method, publisher(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(RegistryTransport.CONTENT_TYPE);
            return new RegistryAnswer(response.statusCode(), response.body());
        };
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private static void compare(String name, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            expected.fieldNames()
                    .forEachRemaining(member -> assertThat(actual.get(member))
                            .as(member + ": " + name)
                            .isEqualTo(expected.get(member)));
        } else {
            assertThat(actual).as(name).isEqualTo(expected);
        }
    }

    private static List<JsonNode> exchanges() throws IOException {
        try (InputStream in = RegistryContract.class.getResourceAsStream(RESOURCE)) {
            JsonNode exchanges = new JsonMapper().readTree(in);
            return StreamSupport.stream(exchanges.spliterator(), false).toList();
        }
    }
}
