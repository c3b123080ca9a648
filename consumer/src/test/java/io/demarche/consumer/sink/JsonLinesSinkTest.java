package io.demarche.consumer.sink;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesSinkTest {
    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = dir.resolve("alerts.jsonl");
    }

    @Test
    void shouldWriteOneAlertALine() throws IOException {
        write(alert("a", 1), alert("b", 1));

        assertThat(Files.readAllLines(file))
                .containsExactly(RecordJson.write(alert("a", 1)), RecordJson.write(alert("b", 1)));
    }

    @Test
    void shouldLeaveOutWhatIsNotNewer() throws IOException {
        write(alert("a", 2), alert("a", 2), alert("a", 1), alert("a", 3));

        assertThat(revisions()).containsExactly("a2", "a3");
    }

    @Test
    void shouldRepeatNothingAfterARestart() throws IOException {
        write(alert("a", 1), alert("b", 4));

        write(alert("a", 1), alert("b", 3), alert("b", 4), alert("a", 2));

        assertThat(revisions()).containsExactly("a1", "b4", "a2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 11, 50, 200})
    void shouldCutOffATornLastLineAndWriteItAnew(int length) throws IOException {
        write(alert("a", 1));
        byte[] whole = Files.readAllBytes(file);
        byte[] torn = Arrays.copyOf(RecordJson.write(alert("b", 1)).getBytes(StandardCharsets.UTF_8), length);
        Files.write(file, torn, java.nio.file.StandardOpenOption.APPEND);

        write(alert("b", 1));

        assertThat(Files.readAllBytes(file)).startsWith(whole);
        assertThat(revisions()).containsExactly("a1", "b1");
    }

    @Test
    void shouldKeepALastLineThatLacksOnlyItsEnd() throws IOException {
        Files.writeString(file, RecordJson.write(alert("a", 1)));

        write(alert("a", 1), alert("a", 2));

        assertThat(revisions()).containsExactly("a1", "a2");
    }

    @Test
    void shouldCutOffTheZerosThatAPowerCutLeaves() throws IOException {
        write(alert("a", 1));
        Files.write(file, new byte[100], java.nio.file.StandardOpenOption.APPEND);

        write(alert("a", 2));

        assertThat(revisions()).containsExactly("a1", "a2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes\n", "notes", "{\"name\":\"x\"}\n", "{\"alertId\":\"a\"}\n", "[1]\n", "{\"other\""})
    void shouldRefuseAFileOfAnotherKindAndLeaveItAsItIs(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> JsonLinesSink.open(file))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("sink jsonl:" + file + ":1: is no alert");
        assertThat(file).hasContent(content);
    }

    @Test
    void shouldNameTheDirectoryThatIsMissing() {
        assertThatThrownBy(() -> JsonLinesSink.open(dir.resolve("none/alerts.jsonl")))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("the directory " + dir.resolve("none") + " does not exist");
    }

    @Test
    void shouldRefuseADirectory() {
        assertThatThrownBy(() -> JsonLinesSink.open(dir)).hasMessage("sink jsonl:" + dir + ": is not a file");
    }

    @Test
    void shouldRefuseAFileThatAnotherSinkWrites() {
        try (JsonLinesSink open = JsonLinesSink.open(file)) {
            assertThat(open).isNotNull();
            assertThatThrownBy(() -> JsonLinesSink.open(file))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("is being written by another sink");
        }
    }

    @Test
    void shouldHaveInTheFileWhatWasFlushed() throws IOException {
        try (JsonLinesSink sink = JsonLinesSink.open(file)) {
            sink.write(List.of(alert("a", 1)));
            sink.flush();

            assertThat(revisions()).containsExactly("a1");
        }
    }

    private void write(EscalationAlert... alerts) {
        try (JsonLinesSink sink = JsonLinesSink.open(file)) {
            sink.write(List.of(alerts));
        }
    }

    private List<String> revisions() throws IOException {
        return revisions(file);
    }

    private static List<String> revisions(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            EscalationAlert alert = RecordJson.read(RecordJson.parse(line), EscalationAlert.class);
            found.add(alert.getAlertId() + alert.getRevision());
        }
        return found;
    }
}
