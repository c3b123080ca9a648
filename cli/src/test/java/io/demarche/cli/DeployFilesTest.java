package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Docker's client, Prometheus's own tool and Alertmanager's find nothing wrong with the files; skipped where they are not installed. */
class DeployFilesTest {
    private static final Path PROMETHEUS = NamedFigures.DIRECTORY.resolve("prometheus");

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.yml:deploy/secure/compose.yaml"})
    void shouldBeAStackThatComposeTakesWithAllProfiles(String files) {
        DockerCommand docker = new DockerCommand(Map.of("COMPOSE_FILE", files));
        assumeTrue(
                docker.has("compose", "version"), "no Docker client with Compose: docker-compose.yml is not checked");

        String services = docker.must("compose", "--profile", "*", "config", "--services");

        assertThat(services.lines()).contains("streams-app", "feeds", "postgres", "prometheus", "grafana", "ui");
    }

    @Test
    void shouldStartNoProfileUnasked() {
        DockerCommand docker = new DockerCommand(Map.of());
        assumeTrue(
                docker.has("compose", "version"), "no Docker client with Compose: docker-compose.yml is not checked");

        assertThat(docker.must("compose", "config", "--services").lines())
                .containsExactlyInAnyOrder(
                        "kafka", "schema-registry", "init", "producer", "streams-app", "consumer", "archive", "web");
    }

    @Test
    void shouldKeepTheArchiveOnTheServerOfTheProfilePostgres() {
        DockerCommand docker =
                new DockerCommand(Map.of("ARCHIVE_DB", "jdbc:postgresql://postgres/demarche?user=demarche"));
        assumeTrue(
                docker.has("compose", "version"), "no Docker client with Compose: docker-compose.yml is not checked");

        String config = docker.must("compose", "--profile", "postgres", "config");

        assertThat(config.split("DEMARCHE_DB: jdbc:postgresql://postgres/demarche", -1))
                .as("archive and page")
                .hasSize(3);
        assertThat(docker.must("compose", "config")).doesNotContain("POSTGRES_USER");
    }

    @Test
    void shouldBeAConfigurationThatPrometheusTakes() throws Exception {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void shouldRaiseAlarmWhenSomethingIsWrongAndOnlyThen() throws Exception {
        promtool("test", "rules", "rules.test.yml");
    }

    @Test
    void shouldBeARoutingThatAlertmanagerTakes() throws Exception {
        tool(
                NamedFigures.DIRECTORY.resolveSibling("alertmanager"),
                "no amtool: the routing for Alertmanager is not checked",
                "amtool",
                "check-config",
                "alertmanager.yml");
    }

    @Test
    void shouldSayOnThePageOnOperationsWhatToDoAboutEachAlarm() throws IOException {
        List<String> alarms = Files.readAllLines(PROMETHEUS.resolve("rules.yml")).stream()
                .filter(line -> line.strip().startsWith("- alert: "))
                .map(line -> line.strip().substring("- alert: ".length()))
                .toList();

        assertThat(alarms).isNotEmpty();
        String page = Files.readString(NamedFigures.OPERATIONS);
        assertThat(alarms).allSatisfy(alarm -> assertThat(page).contains("`" + alarm + "`"));
    }

    @Test
    void shouldApplyEveryFileForKubernetes() throws IOException {
        Path directory = DockerCommand.TOP.resolve("deploy/kubernetes");
        String applied = Files.readString(directory.resolve("kustomization.yaml"));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(5)
                    .filteredOn(file -> !file.equals("kustomization.yaml"))
                    .allSatisfy(file -> assertThat(applied).contains("- " + file + "\n"));
        }
    }

    private static void promtool(String... args) throws Exception {
        String[] command = new String[args.length + 1];
        command[0] = "promtool";
        System.arraycopy(args, 0, command, 1, args.length);
        tool(PROMETHEUS, "no promtool: the files for Prometheus are not checked", command);
    }

    private static void tool(Path directory, String where, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, where);
            return;
        }
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
