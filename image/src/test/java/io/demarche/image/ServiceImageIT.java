package io.demarche.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services need nothing of what the image leaves out, and the other commands say what they lack. */
class ServiceImageIT {
    @TempDir
    private Path dir;

    @Test
    void shouldHoldTheProgramWithoutBrokerAndScala() throws IOException {
        List<String> jars;
        try (Stream<Path> files = Files.list(ImageProcess.LIB)) {
            jars = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("demarche-cli-"))
                .noneMatch(jar -> jar.startsWith("demarche-embedded-"))
                .noneMatch(jar -> jar.startsWith("kafka_") || jar.startsWith("kafka-server"))
                .noneMatch(jar -> jar.startsWith("scala-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "broker", "registry"})
    void shouldSayWhichCommandsNeedABroker(String command) throws InterruptedException {
        try (ImageProcess process = ImageProcess.start(dir, command)) {
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.printed().lines())
                    .singleElement()
                    .asString()
                    .startsWith("demarche: this command needs the embedded broker, which the service image leaves out");
        }
    }

    @Test
    void shouldRunThePipeline() throws InterruptedException {
        Path alerts = dir.resolve("alerts.jsonl");
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
                EmbeddedRegistry registry =
                        EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()))) {
            run(broker, registry, "init");
            try (ImageProcess stream = start(
                            broker,
                            registry,
                            "stream",
                            "--state-dir",
                            dir.resolve("state").toString());
                    ImageProcess consume = start(broker, registry, "consume", "--sink", "jsonl:" + alerts)) {
                run(broker, registry, "produce", "--bundled");

                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(alerts)
                                .as(() -> stream.printed() + consume.printed())
                                .content()
                                .contains("\"RETALIATION\""));
            }
        }
    }

    private void run(EmbeddedBroker broker, EmbeddedRegistry registry, String... args) throws InterruptedException {
        try (ImageProcess process = start(broker, registry, args)) {
            assertThat(process.end()).as(process::printed).isZero();
        }
    }

    private ImageProcess start(EmbeddedBroker broker, EmbeddedRegistry registry, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers(), "--schema-registry-url", registry.url()));
        return ImageProcess.start(dir, all.toArray(String[]::new));
    }
}
