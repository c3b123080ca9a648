package io.demarche.consumer.delivery;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterFileTest {
    private static final Instant GIVEN_UP = Instant.parse("2031-03-08T00:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void shouldKeepEachLetterWithItsReasonOnALineOfItsOwn() throws IOException {
        Path file = dir.resolve("undelivered.jsonl");
        new DeadLetterFile(file).write(letter(1));
        new DeadLetterFile(file).write(letter(2));

        assertThat(Files.readAllLines(file)).hasSize(2).last().satisfies(line -> {
            JsonNode letter = new JsonMapper().readTree(line);
            assertThat(letter.path("sink").textValue()).isEqualTo("desk");
            assertThat(letter.path("reason").textValue()).isEqualTo("it answered 500");
            assertThat(letter.path("firstTried").isNull()).isTrue();
            assertThat(letter.path("givenUp").textValue()).isEqualTo("2031-03-08T00:00:00Z");
            assertThat(letter.path("alert").path("revision").intValue()).isEqualTo(2);
        });
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten() {
        Path file = dir.resolve("missing/undelivered.jsonl");

        assertThatThrownBy(() -> new DeadLetterFile(file).write(letter(1)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("--dead-letter-file: cannot write " + file)
                .hasMessageContaining("sink desk");
    }

    private static DeadLetter letter(int revision) {
        return new DeadLetter("desk", "it answered 500", 12, null, GIVEN_UP, alert("a", revision), null);
    }
}
