package io.demarche.web;

import static io.demarche.archive.testing.Announced.alert;
import static io.demarche.archive.testing.Announced.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.archive.testing.FilledArchive;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeskStreamTest {
    @TempDir
    private Path dir;

    private FilledArchive archive;
    private DeskServer desk;

    @BeforeEach
    void start() {
        archive = new FilledArchive(dir.resolve("archive.db").toString());
        archive.add(alert("a1", 1, AlertStatus.FIRING), alert("a2", 1, AlertStatus.FIRING));
        desk = DeskServer.start(new WebSettings("127.0.0.1", 0), archive.database());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void shouldTellWhatComesInToAllWhoListen() throws Exception {
        try (Listener one = new Listener("");
                Listener another = new Listener("")) {
            one.awaitLine("event: hello");
            another.awaitLine("event: hello");
            assertThat(one.lines).contains("id: 2");

            archive.add(alert("a3", 1, AlertStatus.FIRING));

            for (Listener listener : List.of(one, another)) {
                listener.awaitLine("id: 3");
                assertThat(listener.alerts()).singleElement().asString().contains("\"alertId\":\"a3\"");
            }
        }
    }

    @Test
    void shouldSendWhatAClientMissedOnceAndInOrder() throws Exception {
        archive.add(alert("a1", 2, AlertStatus.UPDATED), alert("a3", 1, AlertStatus.FIRING));
        try (Listener back = new Listener("1")) {
            back.awaitLine("id: 4");

            assertThat(back.lines.stream().filter(line -> line.startsWith("id: ")))
                    .containsExactly("id: 2", "id: 3", "id: 4");
            assertThat(back.lines).doesNotContain("event: resync", "event: hello");
        }
    }

    @Test
    void shouldTellAClientToReadAnewThatIsAheadOrTooFarBehindOrFromElsewhere() throws Exception {
        for (String seen : List.of("99", "no number")) {
            try (Listener lost = new Listener(seen)) {
                lost.awaitLine("event: resync");
                assertThat(lost.lines).contains("id: 2");
            }
        }
        archive.add(IntStream.range(0, 1_100)
                .mapToObj(i -> alert("b" + i, 1, AlertStatus.FIRING))
                .toArray(EscalationAlert[]::new));
        try (Listener upToDate = new Listener("2")) {
            await().until(() -> upToDate.lines.contains("id: 1102"));
        }
        try (Listener behind = new Listener("2")) {
            behind.awaitLine("event: resync");
            assertThat(behind.alerts()).isEmpty();
        }
    }

    @Test
    void shouldTellOfWhatIsNoAlertToo() throws Exception {
        try (Listener listener = new Listener("")) {
            listener.awaitLine("event: hello");
            archive.add(List.of(event("e", 1, "quote")), List.of(), List.of());

            listener.awaitLine("event: changed");
            assertThat(listener.alerts()).isEmpty();
        }
    }

    @Test
    void shouldTellAllToReadAnewWhenTheArchiveWasEmptied() throws Exception {
        try (Listener listener = new Listener("")) {
            listener.awaitLine("event: hello");
            archive.clear();
            listener.awaitLine("event: resync");
            archive.add(alert("a9", 1, AlertStatus.FIRING));
            await().until(() -> listener.alerts().stream().anyMatch(line -> line.contains("\"a9\"")));
        }
    }

    /** A client that reads the stream as it comes. */
    private final class Listener implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream in;

        Listener(String lastSeen) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.url() + "/api/v1/stream"))
                    .header("Accept", "text/event-stream");
            if (!lastSeen.isEmpty()) {
                request.header("Last-Event-ID", lastSeen);
            }
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            in = answer.body();
            Thread reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            StringBuilder line = new StringBuilder();
            try {
                for (int c = in.read(); c >= 0; c = in.read()) {
                    if (c == '\n') {
                        lines.add(new String(
                                line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                        line.setLength(0);
                    } else {
                        line.append((char) c);
                    }
                }
            } catch (IOException e) {
                lines.add("closed");
            }
        }

        void awaitLine(String line) {
            await().until(() -> lines.contains(line));
        }

        List<String> alerts() {
            return lines.stream()
                    .filter(line -> line.startsWith("data: {\"seq\""))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
