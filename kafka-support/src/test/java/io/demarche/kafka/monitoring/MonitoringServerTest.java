package io.demarche.kafka.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringServerTest {
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(true, true, "RUNNING"));
    private final Metrics metrics = new Metrics("test");
    private final MonitoringServer server = start(0);
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
        assertThatThrownBy(() -> start(server.port()))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining(Integer.toString(server.port()))
                .hasMessageContaining("demarche.health.port");
    }

    @Test
    void shouldAnswerNoMoreWhenClosed() {
        server.close();

        assertThatThrownBy(() -> get("/health/live")).isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldShowItsFiguresInTheFormatOfPrometheus() throws Exception {
        Counter.builder("demarche.letters").register(metrics.registry()).increment(3);

        assertThat(get("/metrics").body())
                .contains("demarche_letters_total{service=\"test\"} 3.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void shouldNameTheAddressThatIsNotThisMachines() {
        assertThatThrownBy(() -> MonitoringServer.start(new Endpoint("192.0.2.1", 0), health::get, metrics))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("192.0.2.1")
                .hasMessageContaining("demarche.health.host");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 65_536})
    void shouldRefuseAPortThatIsNone(int port) {
        assertThatThrownBy(() -> Endpoint.loopback(port))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("demarche.health.port");
    }

    @Test
    void shouldTellItsHealthWhileRequestsAreHalfSent() throws Exception {
        try (OpenSockets broken = new OpenSockets(server.port())) {
            broken.send(20, "GET /health/live HTTP/1.1\r\nHost: x\r\n");

            assertThat(get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldTellItsHealthWhileFiguresAreNeverRead() throws Exception {
        Counter.builder("demarche.long")
                .description("figures ".repeat(1_000_000))
                .register(metrics.registry());
        try (OpenSockets broken = new OpenSockets(server.port())) {
            broken.send(20, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldHangUpOnARequestThatDoesNotEnd() throws Exception {
        try (OpenSockets broken = new OpenSockets(server.port())) {
            broken.send(1, "GET /health/live HTTP/1.1\r\n");

            assertThat(broken.first().getInputStream().read()).isEqualTo(-1);
        }
    }

    private MonitoringServer start(int port) {
        return MonitoringServer.start(Endpoint.loopback(port), health::get, metrics);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
