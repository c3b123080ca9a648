package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private final StringWriter printed = new StringWriter();
    private final PrintWriter err = new PrintWriter(printed);

    @AfterEach
    void forget() {
        System.clearProperty(ProgressView.TERMINAL);
    }

    @Test
    void shouldWriteLinesWhereNobodyCanEraseThem() {
        ProgressView view = ProgressView.fitting(err, Map.of("TERM", "xterm"));

        view.progressed(OptionalDouble.of(0.479), "sent 12");
        view.progressed(OptionalDouble.empty(), "sent 13");
        view.ended();

        assertThat(printed.toString().lines()).containsExactly("demarche: 47 %: sent 12", "demarche: sent 13");
    }

    @Test
    void shouldKeepABarBeneathTheLinesOnATerminal() {
        System.setProperty(ProgressView.TERMINAL, "true");
        ProgressView view = ProgressView.fitting(err, Map.of("TERM", "xterm", "COLUMNS", "60"));

        view.progressed(OptionalDouble.of(0.5), "sent 12");
        view.say("rejected a.txt: is empty");
        view.progressed(OptionalDouble.of(1), "sent 13");
        view.ended();

        assertThat(printed.toString())
                .isEqualTo("[############............]  50 % sent 12"
                        + "\r\u001b[Kdemarche: rejected a.txt: is empty" + System.lineSeparator()
                        + "[########################] 100 % sent 13" + "\r\u001b[K");
    }

    @Test
    void shouldNotLetTheBarReachTheEdge() {
        ProgressView.bar(err, 40).progressed(OptionalDouble.of(0), "sent 12, at archive.warc.gz@123456");

        assertThat(printed.toString()).hasSize(39).endsWith("…");
    }

    @Test
    void shouldWriteLinesOnATerminalThatCannotErase() {
        System.setProperty(ProgressView.TERMINAL, "true");

        ProgressView.fitting(err, Map.of("TERM", "dumb")).progressed(OptionalDouble.empty(), "sent 1");

        assertThat(printed.toString()).startsWith("demarche: sent 1");
    }
}
