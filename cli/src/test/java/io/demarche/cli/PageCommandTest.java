package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
    private static final String PAGE =
            "<html lang=en><head><title>New lamps</title></head><body><article><p>The harbour council met on"
                    + " Tuesday to talk about the new lights along the pier.</p></article></body></html>";

    @TempDir
    private Path dir;

    @Test
    void shouldPrintALineForEachPage() throws IOException {
        Path one = Files.writeString(dir.resolve("one.html"), PAGE);
        Path two = dir.resolve("two.html.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(two))) {
            packed.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }

        CommandRun run = CommandRun.of(
                "page",
                one.toString(),
                two.toString(),
                "--url",
                "https://pier.example/1",
                "--url",
                "https://pier.example/2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"title\":\"New lamps\"",
                                "\"text\":\"The harbour council met",
                                "\"publisher\":\"pier.example\""));
        assertThat(run.out()).contains("\"url\":\"https://pier.example/2\"");
    }

    @Test
    void shouldNameAFileThatIsNotThereAndReadTheOthers() throws IOException {
        Path one = Files.writeString(dir.resolve("one.html"), PAGE);

        CommandRun run = CommandRun.of("page", "missing.html", one.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("demarche: no such file: missing.html");
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void shouldAskForAnAddressForEachPage() {
        assertThat(CommandRun.of("page", "a.html", "b.html", "--url", "https://pier.example/1")
                        .exitCode())
                .isEqualTo(2);
    }
}
