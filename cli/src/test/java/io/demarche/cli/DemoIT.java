package io.demarche.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person runs it, in a process of its own, with a real broker and registry in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    @TempDir
    private static Path dir;

    private Path undisturbed;
    private String printed;

    @BeforeAll
    void runUndisturbed() throws InterruptedException {
        undisturbed = dir.resolve("undisturbed.jsonl");
        try (DemoProcess demo = DemoProcess.start(
                dir.resolve("undisturbed.out"), "demo", "--sink", "console", "--sink", "jsonl:" + undisturbed)) {
            int exitCode = demo.end();
            printed = demo.printed();
            assertThat(exitCode).as(printed).isZero();
        }
    }

    @Test
    void shouldEndByItselfWithASummaryThatAddsUp() {
        assertThat(printed)
                .containsPattern("articles +68 in = 68 processed \\+ 0 dead-lettered")
                .containsPattern("dead letters +0");
    }

    @Test
    void shouldRaiseAzerbaijanAndFranceToRetaliation() throws IOException {
        assertThat(finalAlerts(undisturbed).values())
                .filteredOn(alert -> alert.path("dyad").textValue().equals("AZE-FRA")
                        && alert.path("level").textValue().equals("RETALIATION"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("reciprocityChain")).isNotEmpty());
    }

    @Test
    void shouldEndWithTheSameAlertsAndRepeatNoneAfterBeingKilledHalfWay() throws IOException, InterruptedException {
        Path sink = runKilledHalfWay();

        assertThat(finalAlerts(sink)).isEqualTo(finalAlerts(undisturbed));
        assertThat(lines(sink))
                .extracting(alert -> alert.path("alertId").textValue() + " " + alert.path("revision"))
                .doesNotHaveDuplicates();
        assertThat(revisions(sink).values())
                .allSatisfy(revisions -> assertThat(revisions).isSorted());
    }

    /** Kills the demo when the first alerts are written, and runs it again to its end on the same directory. */
    private Path runKilledHalfWay() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Path own = Files.createTempDirectory(dir, "killed");
            Path sink = own.resolve("alerts.jsonl");
            String[] args = {"demo", "--data-dir", own.resolve("data").toString(), "--sink", "jsonl:" + sink};
            long written;
            try (DemoProcess demo = DemoProcess.start(own.resolve("first.out"), args)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !demo.isAlive() || (Files.exists(sink) && Files.size(sink) > 0));
                demo.kill();
                written = Files.readString(sink).lines().count();
            }
            if (written < lines(undisturbed).size() / 2) { // there was work in flight
                try (DemoProcess again = DemoProcess.start(own.resolve("second.out"), args)) {
                    int exitCode = again.end();
                    assertThat(exitCode).as(again.printed()).isZero();
                }
                return sink;
            }
        }
        throw new AssertionError("the demo was never killed before half of its alerts were out");
    }

    private static Map<String, List<Integer>> revisions(Path sink) throws IOException {
        return lines(sink).stream()
                .collect(groupingBy(
                        alert -> alert.path("alertId").textValue(),
                        mapping(alert -> alert.path("revision").intValue(), toList())));
    }

    /** The last revision of each alert that still stands, without its number, which hangs on what arrived together. */
    private static Map<String, JsonNode> finalAlerts(Path sink) throws IOException {
        Map<String, JsonNode> last = new TreeMap<>();
        lines(sink).forEach(alert -> last.put(alert.path("alertId").textValue(), alert));
        last.values().removeIf(alert -> alert.path("status").textValue().equals("RETRACTED"));
        last.values().forEach(alert -> ((ObjectNode) alert).remove("revision"));
        return last;
    }

    private static List<? extends JsonNode> lines(Path sink) throws IOException {
        return Files.readAllLines(sink).stream().map(RecordJson::parse).toList();
    }
}
