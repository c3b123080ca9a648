package io.demarche.consumer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkSpecTest {
    @Test
    void shouldReadTheConsole() {
        assertThat(SinkSpec.parse("console")).isEqualTo(new SinkSpec.Console());
    }

    @Test
    void shouldReadAFileOfJsonLines() {
        assertThat(SinkSpec.parse("jsonl:out/alerts:1.jsonl"))
                .isEqualTo(new SinkSpec.JsonLines(Path.of("out/alerts:1.jsonl")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Console", "console:", "jsonl", "webhook:x"})
    void shouldSayWhichSinksThereAreWhereTheSpecNamesNone(String spec) {
        assertThatThrownBy(() -> SinkSpec.parse(spec))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("sink '" + spec + "': no such sink; there are: console, jsonl:PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl:", "jsonl: "})
    void shouldSayThatThePathIsMissing(String spec) {
        assertThatThrownBy(() -> SinkSpec.parse(spec))
                .isInstanceOf(DemarcheException.class)
                .hasMessage("sink '" + spec + "': the path of the file is missing (jsonl:PATH)");
    }

    @Test
    void shouldSayThatThePathIsNone() {
        assertThatThrownBy(() -> SinkSpec.parse("jsonl:a\u0000b"))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("sink 'jsonl:a b': not a path");
    }
}
