package io.demarche.streams.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code GET /health/live} and {@code GET /health/ready} on loopback: 200 for yes, 503 for no, with the state by name
 * in the body.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor;

    private HealthServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * How the service is.
     *
     * @param alive a restart would not help
     * @param ready it does its work
     * @param state its state by name: letters and underscores
     */
    public record Health(boolean alive, boolean ready, String state) {}

    /**
     * Starts the server.
     *
     * @param port the port; 0 for any free one
     * @throws DemarcheException where the port is taken
     */
    public static HealthServer start(int port, Supplier<Health> health) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new DemarcheException(
                    "the health endpoint cannot listen on port " + port + ": " + e.getMessage()
                            + " (setting demarche.health.port)",
                    e);
        }
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "health-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/health/live", exchange -> {
            Health now = health.get();
            answer(exchange, "/health/live", now.alive(), now.state());
        });
        server.createContext("/health/ready", exchange -> {
            Health now = health.get();
            answer(exchange, "/health/ready", now.ready(), now.state());
        });
        server.start();
        return new HealthServer(server, executor);
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

    private static void answer(HttpExchange exchange, String path, boolean yes, String state) throws IOException {
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
            byte[] body = ("{\"status\":\"" + (yes ? "UP" : "DOWN") + "\",\"state\":\"" + state + "\"}\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(yes ? 200 : 503, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
