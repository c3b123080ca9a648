package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with its page, in a process of its own. */
class DemoPageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS =
            Pattern.compile("The page is at (http://127\\.0\\.0\\.1:\\d+) until Ctrl-C\\.");

    @TempDir
    private static Path dir;

    @Test
    void shouldShowOnThePageWhatComesInAndGoOnUntilItIsInterrupted() throws Exception {
        try (DemoProcess demo = DemoProcess.start(dir.resolve("out"), "demo", "--serve", "--port", "0")) {
            await().atMost(PATIENCE)
                    .until(() -> !demo.isAlive() || address(demo).find());
            Matcher address = address(demo);
            assertThat(address.find()).as(demo.printed()).isTrue();
            String url = address.group(1);

            await().atMost(PATIENCE)
                    .until(() -> get(url + "/api/v1/pairs/AZE-FRA").contains("\"level\":\"RETALIATION\""));
            await().atMost(PATIENCE).until(() -> demo.printed().contains("dead letters  0"));
            assertThat(get(url + "/api/v1/episodes?open=true")).contains("\"dyad\":\"ECU-MEX\"");
            assertThat(get(url + "/")).contains("<title>Demarche</title>");

            assertThat(demo.isAlive()).isTrue();
            assertThat(demo.interrupt()).isLessThan(Duration.ofSeconds(20));
            assertThat(demo.printed()).doesNotContain("Exception");
        }
    }

    private static Matcher address(DemoProcess demo) {
        return ADDRESS.matcher(demo.printed());
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
