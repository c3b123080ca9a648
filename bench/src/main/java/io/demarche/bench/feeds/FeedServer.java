package io.demarche.bench.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves feeds that never change, and keeps when each was asked, and how. */
final class FeedServer implements AutoCloseable {
    private static final int BACKLOG = 1_000;
    private static final String ETAG = "\"first\"";
    private static final String SENTENCE =
            "The harbour council met on Tuesday to talk about the new lights along the pier, and sent for the envoy of the port. ";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final int items;
    private final Map<String, List<Asked>> asked = new ConcurrentHashMap<>();

    /**
     * A request.
     *
     * @param nanos when it came
     * @param conditional whether it asked for what is new alone
     */
    record Asked(long nanos, boolean conditional) {}

    /**
     * @param items of each feed, each of about 700 characters
     */
    FeedServer(int items) {
        this.items = items;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked of each feed, in order. */
    Map<String, List<Asked>> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String feed = exchange.getRequestURI().getPath();
        boolean conditional = ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        asked.computeIfAbsent(feed, path -> new ArrayList<>()).add(new Asked(System.nanoTime(), conditional));
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", ETAG);
            if (conditional) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = rss(feed).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String rss(String feed) {
        StringBuilder xml =
                new StringBuilder("<rss version='2.0'><channel><title>News</title><link>http://n.example/</link>"
                        + "<description>d</description>");
        for (int i = 0; i < items; i++) {
            xml.append("<item><guid isPermaLink='false'>")
                    .append(i)
                    .append("</guid><title>Lamp ")
                    .append(i)
                    .append("</title><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>")
                    .append(SENTENCE.repeat(6))
                    .append("So it is with lamp ")
                    .append(i)
                    .append(" of ")
                    .append(feed)
                    .append(".</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
