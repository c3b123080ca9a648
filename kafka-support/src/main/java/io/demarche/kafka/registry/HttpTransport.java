package io.demarche.kafka.registry;

import io.demarche.kafka.tls.ClientTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One registry over HTTP. */
final class HttpTransport implements RegistryTransport {
    private final HttpClient client;
    private final URI base;
    private final RegistrySettings settings;

    HttpTransport(HttpClient client, URI base, RegistrySettings settings) {
        this.client = client;
        this.base = base;
        this.settings = settings;
    }

    /** The client that all transports with these settings share. */
    static HttpClient client(RegistrySettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // No upgrade to HTTP/2 is offered: registries behind plain proxies stumble over it.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        if (settings.urls().stream().anyMatch(url -> "https".equals(url.getScheme()))) {
            ClientTls tls = ClientTls.of(RegistrySettings.PREFIX, "the registry", settings.tls());
            builder.sslContext(tls.context()).sslParameters(tls.parameters());
        }
        return builder.build();
    }

    @Override
    public RegistryAnswer exchange(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(RegistrySettings.withoutUserInfo(base) + path))
                .timeout(settings.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", CONTENT_TYPE);
        }
        settings.userInfo()
                .ifPresent(user -> request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))));
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new RegistryAnswer(response.statusCode(), response.body());
    }

    /** The URL, without a password. */
    @Override
    public String toString() {
        return RegistrySettings.withoutUserInfo(base);
    }
}
