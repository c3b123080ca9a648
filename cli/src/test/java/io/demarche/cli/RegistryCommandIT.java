package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry in the foreground, for users alone who are named. */
class RegistryCommandIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path dir;

    @Test
    void shouldLetInWhoIsNamed() throws Exception {
        Path users = Files.writeString(dir.resolve("users.properties"), "reader=s3cret\n");
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
                DemoProcess registry = DemoProcess.start(
                        dir.resolve("registry.log"),
                        "registry",
                        "--port",
                        "0",
                        "--users",
                        users.toString(),
                        "--bootstrap-servers",
                        broker.bootstrapServers())) {
            await().atMost(LONG).until(() -> registry.printed().contains("Ctrl-C ends it"));
            String printed = registry.printed();
            URI subjects =
                    URI.create(printed.substring(printed.indexOf("http://"), printed.indexOf(';')) + "/subjects");

            assertThat(status(subjects, "reader:s3cret")).isEqualTo(200);
            assertThat(status(subjects, "reader:wrong")).isEqualTo(401);
            assertThat(registry.printed()).doesNotContain("s3cret");
        }
    }

    private static int status(URI uri, String login) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
