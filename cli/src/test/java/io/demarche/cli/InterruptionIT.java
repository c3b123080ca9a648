package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends a command soon, says nothing that only a programmer understands, and leaves nothing behind. */
@Timeout(180)
class InterruptionIT {
    /** Five seconds are promised; twice that on a machine that is busy with other tests. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path dir;

    @Test
    void shouldEndTheDemoWhileItStartsAndLeaveNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(dir.resolve("tmp"));
        try (DemoProcess demo = start(temporary, "demo")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !list(temporary).isEmpty());

            assertThat(demo.interrupt()).isLessThan(SOON);

            assertThat(demo.printed()).doesNotContain("\tat ");
            assertThat(list(temporary)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "consume", "produce"})
    void shouldEndAServiceWhoseBrokerAndRegistryAreAway(String service) throws Exception {
        Path temporary = Files.createDirectory(dir.resolve("tmp"));
        Path inbox = Files.createDirectory(dir.resolve("inbox"));
        EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
        EmbeddedRegistry registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral());
        Map<String, String[]> more = Map.of(
                "stream", new String[] {"--state-dir", dir.resolve("state").toString()},
                "consume", new String[] {},
                "produce", new String[] {"--bundled", "--follow", inbox.toString()});
        try (TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            topics.createMissing();
        }
        String[] servers = {
            service,
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--schema-registry-url",
            registry.url(),
            "--health-port",
            "0"
        };
        try (DemoProcess process = start(
                temporary,
                Stream.of(servers, more.get(service)).flatMap(Stream::of).toArray(String[]::new))) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> service.equals("consume")
                            ? isStable(broker, "demarche-consumer")
                            : process.printed().contains(service.equals("produce") ? "sent 68" : "state=RUNNING"));
            registry.close();
            broker.close();
            Files.writeString(
                    inbox.resolve("a.jsonl"), "{\"published\":\"2023-12-28\",\"text\":\"Oslo protested.\"}\n");
            await().pollDelay(Duration.ofSeconds(2)).until(process::isAlive);

            assertThat(process.interrupt()).isLessThan(SOON);

            assertThat(process.printed()).doesNotContain("\tat ");
            assertThat(list(temporary)).isEmpty();
        }
    }

    private static boolean isStable(EmbeddedBroker broker, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(group))
                            .all()
                            .get()
                            .get(group)
                            .groupState()
                    == GroupState.STABLE;
        } catch (InterruptedException | ExecutionException e) {
            return false; // there is no such group yet
        }
    }

    private DemoProcess start(Path temporary, String... args) {
        return DemoProcess.start(
                dir.resolve("printed"), List.of("-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData"), args);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }
}
