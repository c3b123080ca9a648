package io.demarche.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTextTest {
    private static final TrainingText TEXT = new TrainingText();

    @TempDir
    private Path directory;

    private List<String> read(int most) {
        List<String> sentences = new ArrayList<>();
        TEXT.read(directory, forms -> {
            sentences.add(String.join(" ", forms));
            return sentences.size() < most;
        });
        return sentences;
    }

    @Test
    void shouldCutAsTheCoderDoes() throws IOException {
        // given
        Files.writeString(
                directory.resolve("isle.txt"),
                "The Isle’s envoy left. He will be back.\nNo comment\nThe talks failed.");

        // then
        assertThat(read(9)).containsExactly("The Isle 's envoy left .", "He will be back .", "The talks failed .");
    }

    @Test
    void shouldTakeEachSentenceOnce() throws IOException {
        // given
        Files.writeString(directory.resolve("a.txt"), "The envoy left the isle.");
        Files.writeString(directory.resolve("b.txt"), "The envoy left the isle. He did not look back.");

        // then
        assertThat(read(9)).containsExactlyInAnyOrder("The envoy left the isle .", "He did not look back .");
    }

    @Test
    void shouldStopWhenTheReaderHasEnough() throws IOException {
        // given
        Files.writeString(directory.resolve("a.txt"), "The envoy left the isle. He did not look back.");

        // then
        assertThat(read(1)).containsExactly("The envoy left the isle .");
    }

    @Test
    void shouldNameTheFileThatIsNoText() throws IOException {
        // given
        Path file = directory.resolve("noise.bin");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        // then
        assertThatThrownBy(() -> read(9)).isInstanceOf(DemarcheException.class).hasMessageContaining(file.toString());
    }

    @Test
    void shouldNameTheDirectoryThatIsNotThere() {
        assertThatThrownBy(() -> TEXT.read(directory.resolve("none"), forms -> true))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("none");
    }
}
