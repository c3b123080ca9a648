package io.demarche.consumer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleStyleTest {
    @ParameterizedTest
    @CsvSource({
        "true, TERM, xterm, true",
        "true, NO_COLOR, 1, false",
        "true, NO_COLOR, '', true",
        "true, TERM, dumb, false",
        "false, TERM, xterm, false"
    })
    void shouldColourOnlyATerminalThatWantsIt(boolean terminal, String variable, String value, boolean colour) {
        assertThat(ConsoleStyle.detect(Map.of(variable, value), terminal, StandardCharsets.UTF_8)
                        .colour())
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "7, 40", "9999, 200", "wide, 100", "'', 100"})
    void shouldTakeTheWidthOfTheTerminalWithinBounds(String columns, int width) {
        assertThat(ConsoleStyle.detect(Map.of("COLUMNS", columns), true, StandardCharsets.UTF_8)
                        .width())
                .isEqualTo(width);
    }

    @Test
    void shouldKeepToAsciiWhereTheOutputCannotShowMore() {
        assertThat(ConsoleStyle.detect(Map.of(), true, StandardCharsets.US_ASCII)
                        .unicode())
                .isFalse();
    }

    @Test
    void shouldNameAWidthThatIsOutOfRange() {
        assertThatThrownBy(() -> new ConsoleStyle(10, false, true)).hasMessageStartingWith("console width 10");
    }
}
