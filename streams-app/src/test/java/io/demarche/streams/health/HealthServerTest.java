package io.demarche.streams.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import io.demarche.streams.health.HealthServer.Health;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(true, true, "RUNNING"));
    private final HealthServer server = HealthServer.start(0, health::get);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldBeAliveAndReadyWhenRunning() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldBeAliveAndNotReadyWhileRebalancing() throws Exception {
        health.set(new Health(true, false, "REBALANCING"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("REBALANCING");
    }

    @Test
    void shouldNotBeAliveAfterAnError() throws Exception {
        health.set(new Health(false, false, "ERROR"));

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void shouldKnowNoOtherPath() throws Exception {
        assertThat(get("/health/lively").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldOnlyBeAsked() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/health/live"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void shouldNameThePortThatIsTaken() {
        assertThatThrownBy(() -> HealthServer.start(server.port(), health::get))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(Integer.toString(server.port()))
                .hasMessageContaining("demarche.health.port");
    }

    @Test
    void shouldAnswerNoMoreWhenClosed() {
        server.close();

        assertThatThrownBy(() -> get("/health/live")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
