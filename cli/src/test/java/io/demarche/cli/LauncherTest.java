package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with programs in place of Maven and Java that show what they were told. */
@Timeout(60)
class LauncherTest {
    @TempDir
    private Path home;

    private Path source;

    @BeforeEach
    void checkOut() throws IOException {
        Files.copy(Path.of("..", "demarche"), home.resolve("demarche"));
        source = Files.createDirectories(home.resolve("cli/src/main/java")).resolve("A.java");
        Files.writeString(source, "one");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        program(
                "mvn",
                "mkdir -p cli/target/app/lib; cp cli/src/main/java/A.java cli/target/app/lib/a.jar; echo >> builds");
        program("java", "echo \"$@\"; [ \"${*: -1}\" = stream ] && read -r line; exit 0");
    }

    @Test
    void shouldBuildOnceAndAgainWhenASourceIsNewer() throws Exception {
        launch("topics");
        launch("topics");
        assertThat(Files.readAllLines(home.resolve("builds"))).hasSize(1);

        edit("two");
        assertThat(Files.readString(jar(launch("topics")))).isEqualTo("two");
    }

    @Test
    void shouldNotChangeTheJarsOfAServiceThatRuns() throws Exception {
        Process service = start("stream");
        Path jar = jar(firstLine(service));

        edit("two");
        launch("topics");

        assertThat(Files.readString(jar)).isEqualTo("one");
        service.destroy();
        service.waitFor();
    }

    @Test
    void shouldRemoveJarsThatNothingRunsFrom() throws Exception {
        Path old = jar(launch("topics"));

        edit("two");
        launch("topics");

        assertThat(old).doesNotExist();
    }

    @Test
    void shouldLetLongRunsHaveTheSecondCompiler() throws Exception {
        assertThat(launch("code")).doesNotContain("TieredStopAtLevel").contains("-XX:Tier4");
        assertThat(launch("stream")).doesNotContain("TieredStopAtLevel");
        assertThat(launch("assess")).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void shouldGoByTheSizeOfWhatIsToBeCoded() throws Exception {
        Path few = Files.writeString(home.resolve("few.jsonl"), "{}");
        Path many = home.resolve("many.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(many.toFile(), "rw")) {
            file.setLength(8_000_001);
        }

        assertThat(launch("code", few.toString())).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("code", "--jsonl=" + few)).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("code", "--explain", few.toString(), many.toString())).contains("-XX:Tier4");
        assertThat(launch("code", home.toString())).as("a directory").contains("-XX:Tier4");
    }

    private void edit(String text) throws IOException {
        Files.writeString(source, text);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
    }

    /** The one jar on the class path that Java was told. */
    private static Path jar(String commandLine) {
        List<String> words = List.of(commandLine.split(" "));
        return Path.of(words.get(words.indexOf("-cp") + 1).replace("/*", "/a.jar"));
    }

    private String launch(String... command) throws Exception {
        Process process = start(command);
        process.getOutputStream().close();
        String line = firstLine(process);
        assertThat(process.waitFor()).isZero();
        return line;
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("demarche").toString()), Stream.of(command))
                        .toList());
        builder.environment().put("PATH", home + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(home.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
