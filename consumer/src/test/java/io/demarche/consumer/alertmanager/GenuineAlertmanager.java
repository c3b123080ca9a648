package io.demarche.consumer.alertmanager;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus Alertmanager itself, with the routing that this project comes with; its receivers lead to one address. */
public final class GenuineAlertmanager implements AutoCloseable {
    private static final Path FILES = Path.of("..", "deploy", "alertmanager");

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private GenuineAlertmanager(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Where it is installed, by Debian's name or its own. */
    public static Optional<Path> program() {
        return Stream.of("prometheus-alertmanager", "alertmanager")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(":"))
                        .map(dir -> FileSystems.getDefault().getPath(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with waits of a second, so that a test need not take minutes. */
    public static GenuineAlertmanager start(Path dir, URI receivers) throws IOException {
        return start(dir, receivers, List.of());
    }

    /**
     * Starts one that asks for the password of a user.
     *
     * @param hash of the password, by bcrypt
     */
    static GenuineAlertmanager startAsking(Path dir, URI receivers, String user, String hash) throws IOException {
        Path file = Files.writeString(dir.resolve("web.yml"), "basic_auth_users:\n  " + user + ": " + hash + "\n");
        return start(dir, receivers, List.of("--web.config.file=" + file));
    }

    private static GenuineAlertmanager start(Path dir, URI receivers, List<String> options) throws IOException {
        String routing = Files.readString(FILES.resolve("alertmanager.yml"))
                .replace("http://127.0.0.1:9099", receivers.toString())
                .replaceAll("(group_wait|group_interval): \\w+", "$1: 1s")
                .replace("templates/", FILES.toAbsolutePath().normalize() + "/templates/");
        Path file = Files.writeString(dir.resolve("alertmanager.yml"), routing);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                program().orElseThrow().toString(),
                "--config.file=" + file,
                "--storage.path=" + dir.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address="));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("alertmanager.log").toFile())
                .start();
        GenuineAlertmanager started = new GenuineAlertmanager(process, URI.create("http://127.0.0.1:" + port));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> started.get("/-/ready").matches("(?s)(OK|Unauthorized).*"));
        return started;
    }

    public URI address() {
        return address;
    }

    public String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Keeps a pair silent for an hour. */
    public void silence(String pair, String starts, String ends) throws IOException, InterruptedException {
        String body = """
                {"matchers": [{"name": "pair", "value": "%s", "isRegex": false}], "startsAt": "%s", "endsAt": "%s",
                 "createdBy": "a test", "comment": "quiet"}
                """.formatted(pair, starts, ends);
        http.send(
                HttpRequest.newBuilder(address.resolve("/api/v2/silences"))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
