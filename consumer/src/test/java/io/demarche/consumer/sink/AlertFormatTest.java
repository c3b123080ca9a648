package io.demarche.consumer.sink;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.avro.AlertStatus;
import io.demarche.schemas.json.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertFormatTest {
    @TempDir
    private Path dir;

    @Test
    void shouldPutAnAlertIntoACloudEvent() {
        JsonNode event = RecordJson.parse(AlertFormat.CLOUDEVENTS.line(alert("a", 3, AlertStatus.RETRACTED)));

        assertThat(event.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.path("id").textValue()).isEqualTo("a-3");
        assertThat(event.path("source").textValue()).isEqualTo("urn:demarche:escalation-alerts");
        assertThat(event.path("type").textValue()).isEqualTo("io.demarche.alert.retracted");
        assertThat(event.path("subject").textValue()).isEqualTo("DNK-NOR");
        assertThat(event.path("time").textValue()).isEqualTo("2031-03-06T00:00:00Z");
        assertThat(event.path("data"))
                .isEqualTo(RecordJson.parse(AlertFormat.JSON.line(alert("a", 3, AlertStatus.RETRACTED))));
    }

    @Test
    void shouldRepeatNothingInAFileOfCloudEvents() throws IOException {
        Path file = dir.resolve("events.jsonl");
        for (int run = 0; run < 2; run++) {
            try (JsonLinesSink sink = JsonLinesSink.open(file, AlertFormat.CLOUDEVENTS)) {
                sink.write(List.of(alert("a", 1), alert("a", 2)));
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void shouldNotMixFormatsInAFile() {
        Path file = dir.resolve("events.jsonl");
        try (JsonLinesSink sink = JsonLinesSink.open(file)) {
            sink.write(List.of(alert("a", 1)));
        }

        assertThatThrownBy(() -> JsonLinesSink.open(file, AlertFormat.CLOUDEVENTS))
                .hasMessageContaining(":1: is no alert as cloudevents");
    }

    @Test
    void shouldPrintEachRevisionOnceOnALine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AlertSink sink = new SinkSpec.Console()
                .open(new PrintStream(out, true, StandardCharsets.UTF_8), ConsoleStyle.plain(), AlertFormat.JSON)) {
            sink.write(List.of(alert("a", 1), alert("a", 1), alert("a", 2)));
            sink.flush();
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }
}
