package io.demarche.consumer.sink;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.DemarcheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSinkTest {
    private static final ConsoleStyle PLAIN = new ConsoleStyle(90, false, true);

    @ParameterizedTest
    @CsvSource({"firing.txt, 90, true", "firing-narrow-ascii.txt, 60, false"})
    void shouldShowANewAlertInFull(String golden, int width, boolean unicode) throws IOException {
        assertThat(print(new ConsoleStyle(width, false, unicode), alert("5f0c", 1)))
                .isEqualTo(golden(golden));
    }

    @Test
    void shouldShowOnlyWhatIsNewInAnUpdate() throws IOException {
        assertThat(print(PLAIN, alert("5f0c", 1), withOneMoreEvent(2))).isEqualTo(golden("updated.txt"));
    }

    @Test
    void shouldSayInTwoLinesThatAnAlertIsResolvedOrRetracted() throws IOException {
        EscalationAlert retracted = alert("60aa", 2, AlertStatus.RETRACTED);
        retracted.getWhy().setExplanation("Its evidence was withdrawn.");

        assertThat(print(PLAIN, alert("5f0c", 3, AlertStatus.RESOLVED), retracted))
                .isEqualTo(golden("over.txt"));
    }

    @Test
    void shouldShowAnUpdateInFullToAReaderWhoMissedTheAlert() {
        assertThat(print(PLAIN, alert("5f0c", 2))).contains("Two Norwegian diplomats must go");
    }

    @Test
    void shouldBeSilentAboutAnUpdateWithoutANewAct() {
        assertThat(print(PLAIN, alert("5f0c", 1), alert("5f0c", 2))).isEqualTo(print(PLAIN, alert("5f0c", 1)));
    }

    @Test
    void shouldPrintNoRevisionTwice() {
        assertThat(print(PLAIN, alert("5f0c", 1), alert("5f0c", 1))).isEqualTo(print(PLAIN, alert("5f0c", 1)));
    }

    @Test
    void shouldColourTheLevelAndNothingElse() {
        String coloured = print(new ConsoleStyle(90, true, true), alert("5f0c", 1));

        assertThat(coloured).startsWith("\u001B[1;31mRETALIATION\u001B[0m  Denmark");
        assertThat(coloured.replace("\u001B[1;31m", "").replace("\u001B[0m", ""))
                .isEqualTo(print(PLAIN, alert("5f0c", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J\u001B[1;1H",
                "\u001B]0;title\u0007",
                "\u009B31m",
                "\r\nRUPTURE  Denmark – Norway",
                "\u202Egnp.exe",
                "\b\b\b\u0000\u007F",
                "\uD800"
            })
    void shouldLetNothingInAnAlertCommandTheTerminal(String hostile) {
        EscalationAlert alert = alert("5f0c" + hostile, 1);
        alert.setHeadline("Head" + hostile + "line");
        alert.setDyad("DNK-" + hostile);
        alert.setRulesetVersion(hostile);
        alert.getWhy().setExplanation("Why" + hostile);
        AlertEvent event = Alerts.expulsion("e1" + hostile, hostile, "DNK", "2031-03-03");
        event.setSummary(hostile);
        event.getEvidence().get(0).setQuote("Quo" + hostile + "te");
        event.getEvidence().get(0).setPublisher(hostile);
        event.getEvidence().get(0).setUrl("https://" + hostile);
        alert.setEvents(List.of(event));

        String shown = print(PLAIN, alert);

        assertThat(shown.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(shown.lines().filter(line -> line.startsWith("RUPTURE"))).isEmpty();
    }

    @Test
    void shouldKeepLinesWithinTheWidthUnlessAWordIsLonger() {
        assertThat(print(new ConsoleStyle(60, false, true), alert("5f0c", 1)).lines())
                .allMatch(line -> line.length() <= 60);
    }

    @Test
    void shouldSayThatTheReaderIsGone() {
        PrintStream broken = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        ConsoleSink sink = new ConsoleSink(broken, PLAIN, StateNames.bundled());
        sink.write(List.of(alert("5f0c", 1)));

        assertThatThrownBy(sink::flush).isInstanceOf(DemarcheException.class).hasMessageStartingWith("sink console:");
    }

    private static EscalationAlert withOneMoreEvent(int revision) {
        EscalationAlert alert = alert("5f0c", revision);
        List<AlertEvent> events = new ArrayList<>(alert.getEvents());
        events.add(Alerts.expulsion("e3", "NOR", "DNK", "2031-03-06"));
        alert.setEvents(events);
        return alert;
    }

    private static String print(ConsoleStyle style, EscalationAlert... alerts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ConsoleSink sink =
                new ConsoleSink(new PrintStream(bytes, false, StandardCharsets.UTF_8), style, StateNames.bundled())) {
            sink.write(List.of(alerts));
            sink.flush();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ConsoleSinkTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
