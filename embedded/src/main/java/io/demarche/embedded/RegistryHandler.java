package io.demarche.embedded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.demarche.kafka.registry.RegistryAnswer;
import io.demarche.kafka.registry.RegistryTransport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries HTTP requests to the registry's protocol, and its answers back: sizes, media types, and errors on the way. */
final class RegistryHandler implements HttpHandler {
    /** The longest body that is read: Kafka's own bound for a record, which a schema has to fit into. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final int UNAUTHORIZED = 401;
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHandler.class);

    private final RegistryTransport protocol;
    private final RegistryUsers users;

    RegistryHandler(RegistryTransport protocol, RegistryUsers users) {
        this.protocol = protocol;
        this.users = users;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> type =
                    MediaTypes.answer(exchange.getRequestHeaders().getFirst("Accept"));
            RegistryAnswer answer = type.isEmpty() ? error(406, "HTTP 406 Not Acceptable") : answer(exchange);
            if (answer.status() == UNAUTHORIZED) {
                exchange.getResponseHeaders().set("WWW-Authenticate", RegistryUsers.CHALLENGE);
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type.orElse(MediaTypes.PREFERRED));
            boolean silent = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
            if (!silent) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private RegistryAnswer answer(HttpExchange exchange) throws IOException {
        if (!users.admit(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(UNAUTHORIZED, "Unauthorized");
        }
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (body.length > MAX_BODY_BYTES) {
            return error(413, "the request's body is longer than " + MAX_BODY_BYTES + " bytes");
        }
        if (body.length > 0
                && !MediaTypes.isReadable(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return error(415, "HTTP 415 Unsupported Media Type");
        }
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        try {
            return protocol.exchange(
                    exchange.getRequestMethod(),
                    path,
                    body.length == 0 ? null : new String(body, StandardCharsets.UTF_8));
        } catch (SchemaTopicException e) {
            LOG.warn(
                    "Registry could not write method={} path={} reason={}",
                    exchange.getRequestMethod(),
                    path,
                    e.getMessage());
            return error(e.httpStatus(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "the registry is stopping");
        } catch (RuntimeException e) {
            LOG.error("Registry failed method={} path={}", exchange.getRequestMethod(), path, e);
            return error(500, "HTTP 500 Internal Server Error");
        }
    }

    private static RegistryAnswer error(int status, String message) {
        return new RegistryAnswer(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error_code", status)
                        .put("message", message)
                        .toString());
    }
}
