package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules, dashboard and the page on operations name, the four parts show: a figure that was renamed would leave them silent. */
class NamedFiguresIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    private Path scratch;

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void shouldShowEveryFigureThatRulesDashboardAndPageName() throws IOException {
        // given
        EmbeddedBroker broker = opened(EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral()));
        EmbeddedRegistry registry = opened(EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral()));
        try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createMissing();
        }
        Path inbox = Files.createDirectory(scratch.resolve("inbox"));
        List<String> at =
                List.of("--bootstrap-servers", broker.bootstrapServers(), "--schema-registry-url", registry.url());

        // when
        List<URI> parts = List.of(
                started(at, "produce", "--bundled", "--follow", inbox.toString()),
                started(at, "stream", "--state-dir", scratch.resolve("state").toString()),
                started(at, "consume", "--sink", "jsonl:" + scratch.resolve("alerts.jsonl")),
                started(at, "archive", "--db", scratch.resolve("archive.db").toString()));

        // then
        Set<String> named = new TreeSet<>(NamedFigures.inRules());
        named.addAll(NamedFigures.inDashboard());
        named.addAll(NamedFigures.inOperationsPage());
        assertThat(named).contains("demarche_articles_total", "demarche_dead_letters_total");
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(shown(parts)).containsAll(named));
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.add(one);
        return one;
    }

    /** Starts a part in a process of its own; where it shows its figures. */
    private URI started(List<String> at, String... command) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(at);
        line.add("--health-port=" + port);
        opened(DemoProcess.start(scratch.resolve(command[0] + ".log"), line.toArray(String[]::new)));
        return URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    private Set<String> shown(List<URI> parts) throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (URI part : parts) {
            http.send(HttpRequest.newBuilder(part).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceAll("[{ ].*", ""))
                    .forEach(names::add);
        }
        return names;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
