package io.demarche.kafka.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.demarche.kafka.http.PatientServer;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers {@code GET /health/live} and {@code GET /health/ready} with 200 for yes, 503 for no and the state by name in the
 * body, and {@code GET /metrics} with the service's figures in the text format of Prometheus. At most {@value #SCRAPES} ask for
 * figures at once; a further one is told 503, so that figures that nobody reads keep nobody from asking for the health.
 */
public final class MonitoringServer implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final int SCRAPES = 4;
    private static final Answer BUSY = new Answer(503, "text/plain; charset=utf-8", "too many ask for figures\n");

    private final HttpServer server;
    private final ExecutorService executor;

    private MonitoringServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Starts the server.
     *
     * @param metrics what {@code /metrics} shows; closing them is left to whoever made them
     * @throws DemarcheException where the address is not this machine's or the port is taken
     */
    public static MonitoringServer start(Endpoint endpoint, Supplier<Health> health, Metrics metrics) {
        HttpServer server;
        try {
            server = PatientServer.bind(new InetSocketAddress(endpoint.host(), endpoint.port()));
        } catch (IOException | IllegalArgumentException e) {
            throw new DemarcheException(
                    "the health endpoint cannot listen on " + endpoint.host() + " port " + endpoint.port() + ": "
                            + e.getMessage() + " (settings " + Endpoint.HOST_SETTING + ", " + Endpoint.PORT_SETTING
                            + ")",
                    e);
        }
        ExecutorService executor = PatientServer.threads("monitoring-server");
        server.setExecutor(executor);
        serve(server, "/health/live", () -> status(health.get(), Health::alive));
        serve(server, "/health/ready", () -> status(health.get(), Health::ready));
        Semaphore scrapes = new Semaphore(SCRAPES);
        server.createContext("/metrics", exchange -> {
            boolean free = scrapes.tryAcquire();
            try {
                answer(
                        exchange,
                        "/metrics",
                        free ? () -> new Answer(200, PROMETHEUS_TEXT, metrics.scrape()) : () -> BUSY);
            } finally {
                scrapes.release(free ? 1 : 0);
            }
        });
        server.start();
        return new MonitoringServer(server, executor);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private record Answer(int status, String type, String text) {}

    private static Answer status(Health health, Predicate<Health> question) {
        boolean yes = question.test(health);
        String body = "{\"status\":\"" + (yes ? "UP" : "DOWN") + "\",\"state\":\"" + health.state() + "\"}\n";
        return new Answer(yes ? 200 : 503, JSON, body);
    }

    private static void serve(HttpServer server, String path, Supplier<Answer> answers) {
        server.createContext(path, exchange -> answer(exchange, path, answers));
    }

    private static void answer(HttpExchange exchange, String path, Supplier<Answer> answers) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Answer answer = answers.get();
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
