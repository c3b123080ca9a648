package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.demarche.consumer.webhook.TakingServer;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stranger does in the first hour, by the launcher of a clean copy: the demo, articles of one's own, a feed from a list in a
 * file, the page, a verdict, a webhook. Each command has to say what happened, with figures that add up. The copy is built already.
 */
@Timeout(600)
class FirstHourIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PAGE = Pattern.compile("The page is at (http://127\\.0\\.0\\.1:\\d+) until Ctrl-C\\.");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "Alerts elsewhere: demarche consume (--bootstrap-servers \\S+ --schema-registry-url \\S+) --sink …");
    private static final Pattern CONSUMED =
            Pattern.compile("consumer      received (\\d+), delivered (\\d+), left out (\\d+), skipped (\\d+)");
    private static final String FEED =
            "<rss version='2.0'><channel><title>News</title><link>http://n.example/</link><description>d</description><item>"
                    + "<guid isPermaLink='false'>1</guid><title>Chile expels two Kenyan diplomats</title>"
                    + "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>"
                    + "<description>Chile expelled two Kenyan diplomats on Tuesday.</description></item></channel></rss>";

    private final TakingServer receiver = TakingServer.start();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path home;

    private HttpServer publisher;

    @BeforeEach
    void copy() throws IOException, InterruptedException {
        for (String file : List.of("demarche", "README.md")) {
            Files.copy(Path.of("..", file), home.resolve(file));
        }
        Path build = Files.createDirectories(home.resolve("cli/target/run/built"));
        Files.createSymbolicLink(
                build.resolve("lib"), Path.of("target", "app", "lib").toAbsolutePath());
        Files.createFile(build.resolve("built"));
        Files.writeString(home.resolve("cli/target/run/current"), "built\n");
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/feed", exchange -> {
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        publisher.stop(0);
        receiver.close();
    }

    @Test
    void shouldSayWhatHappenedFromTheFirstDemoToAWebhook() throws Exception {
        String demo = ended("demo");
        assertThat(demo)
                .contains("articles      68 in = 68 processed + 0 dead-lettered", "dead letters  0")
                .contains("RUPTURE", "demarche demo FILE… --published 2024-04-18  your own articles");

        Files.writeString(
                home.resolve("note.txt"),
                "Norway expels two Peruvian diplomats\n\nNorway expelled two Peruvian diplomats on Monday.\n");
        Files.writeString(
                home.resolve("feeds.opml"),
                "<opml version='2.0'><head><title>Mine</title></head><body><outline type='rss' text='News' xmlUrl='http://127.0.0.1:"
                        + publisher.getAddress().getPort() + "/feed'/></body></opml>");
        Path printed = home.resolve("serve.out");
        Process serve = start(
                printed,
                "demo note.txt --published 2024-03-05 --feeds feeds.opml --allow-private --data-dir data --serve --port 0");
        await().atMost(PATIENCE)
                .until(() -> !serve.isAlive() || Files.readString(printed).contains("dead letters"));
        String own = Files.readString(printed);
        assertThat(own)
                .contains("CONFRONTATION  Norway – Peru", "Norway expels two Peruvian diplomats")
                .contains("CONFRONTATION  Chile – Kenya", "Chile expels two Kenyan diplomats")
                .contains("read 2, sent 2, duplicate 0, rejected 0, up to 2024-03-05")
                .contains("articles      2 in = 2 processed + 0 dead-lettered")
                .contains("alerts        2 (2 firing, 0 updated, 0 resolved)");
        String page = group(PAGE, own);
        String where = group(ELSEWHERE, own);

        assertThat(get(page + "/")).contains("<title>Demarche</title>");
        await().atMost(PATIENCE)
                .until(() -> get(page + "/api/v1/pairs/NOR-PER").contains("\"level\":\"CONFRONTATION\""));

        Files.writeString(home.resolve("webhook.secret"), "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3\n");
        String consume = "consume " + where + " --drain --allow-private --sink webhook:" + receiver.address()
                + "#desk --property demarche.webhook.secret.file=webhook.secret";
        assertThat(delivered(ended(consume))).isEqualTo(2);
        assertThat(receiver.posts())
                .extracting(post -> told(post))
                .containsExactlyInAnyOrder("NOR-PER FIRING", "CHL-KEN FIRING");

        ended("verdict " + where + " --db data/archive.db --wrong --note drill --analyst Ana --event " + expulsion());
        await().atMost(PATIENCE).until(() -> get(page + "/api/v1/pairs/NOR-PER").contains("RETRACTED"));
        assertThat(delivered(ended(consume))).isEqualTo(1);
        TakingServer.Post last = receiver.posts().get(2);
        assertThat(told(last)).isEqualTo("NOR-PER RETRACTED");
        assertThat(last.body()).contains("The analyst Ana found what it rested on wrong: drill");

        serve.destroy();
        assertThat(serve.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(printed)).doesNotContain("Exception", "\tat ");
    }

    /** The act on which the alert of Norway and Peru rests. */
    private String expulsion() {
        return receiver.posts().stream()
                .filter(post -> told(post).startsWith("NOR-PER"))
                .map(post -> body(post).path("events").path(0).path("eventId").textValue())
                .findFirst()
                .orElseThrow();
    }

    /** How many a consumer says that it delivered, once its figures add up. */
    private static int delivered(String printed) {
        Matcher line = CONSUMED.matcher(printed);
        assertThat(line.find()).as(printed).isTrue();
        assertThat(number(line, 1)).isEqualTo(number(line, 2) + number(line, 3));
        assertThat(number(line, 4)).isZero();
        return number(line, 2);
    }

    private static int number(Matcher line, int group) {
        return Integer.parseInt(line.group(group));
    }

    private static String told(TakingServer.Post post) {
        return body(post).path("dyad").textValue() + " "
                + body(post).path("status").textValue();
    }

    private static JsonNode body(TakingServer.Post post) {
        return (JsonNode) RecordJson.parse(post.body());
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** What a command printed that did what it was asked. */
    private String ended(String command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(home, "printed", "");
        Process process = start(printed, command);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(command)
                .isTrue();
        String text = Files.readString(printed);
        assertThat(process.exitValue()).as("%s printed %s", command, text).isZero();
        assertThat(text).doesNotContain("Exception", "\tat ", "building");
        return text;
    }

    private Process start(Path printed, String command) throws IOException {
        List<String> words = new ArrayList<>(List.of("./demarche"));
        words.addAll(List.of(command.split(" ")));
        Process process = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        started.add(process);
        return process;
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
