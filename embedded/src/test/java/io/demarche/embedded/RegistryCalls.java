package io.demarche.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests to a registry as its clients make them. */
final class RegistryCalls {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RegistryCalls() {}

    static HttpResponse<String> get(EmbeddedRegistry registry, String path) throws IOException, InterruptedException {
        return send(request(registry, path).GET());
    }

    static HttpResponse<String> post(EmbeddedRegistry registry, String path, String body)
            throws IOException, InterruptedException {
        return send(request(registry, path).POST(BodyPublishers.ofString(body)));
    }

    static HttpResponse<String> put(EmbeddedRegistry registry, String path, String body)
            throws IOException, InterruptedException {
        return send(request(registry, path).PUT(BodyPublishers.ofString(body)));
    }

    /** A request as yet without a method. */
    static HttpRequest.Builder request(EmbeddedRegistry registry, String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
