package io.demarche.consumer.sink;

import static io.demarche.consumer.sink.Alerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JsonLinesSinkPropertyTest {
    @Property(tries = 50)
    void shouldHoldEachRevisionOnceAndInOrderWhateverIsRedelivered(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 8) Integer> deliveries) throws IOException {
        Path target = Files.createTempFile("alerts", ".jsonl");
        try {
            for (int delivery : deliveries) {
                try (JsonLinesSink sink = JsonLinesSink.open(target)) {
                    sink.write(List.of(alert("a" + delivery % 3, 1 + delivery / 3)));
                }
            }

            List<String> found = Files.readAllLines(target).stream()
                    .map(line -> RecordJson.read(RecordJson.parse(line), EscalationAlert.class))
                    .map(alert -> alert.getAlertId() + alert.getRevision())
                    .toList();
            assertThat(new HashSet<>(found)).hasSameSizeAs(found);
            for (String id : List.of("a0", "a1", "a2")) {
                assertThat(found.stream().filter(line -> line.startsWith(id))).isSorted();
            }
        } finally {
            Files.delete(target);
        }
    }

    @Property(tries = 50)
    void shouldEndWithTheSameFileWhereverAKillCutIt(@ForAll @IntRange(min = 0, max = 4000) int kept)
            throws IOException {
        Path target = Files.createTempFile("alerts", ".jsonl");
        try {
            List<EscalationAlert> alerts = List.of(alert("a", 1), alert("b", 1), alert("a", 2));
            write(target, alerts);
            byte[] whole = Files.readAllBytes(target);
            Files.write(target, java.util.Arrays.copyOf(whole, Math.min(kept, whole.length)));

            write(target, alerts);

            assertThat(Files.readAllBytes(target)).isEqualTo(whole);
        } finally {
            Files.delete(target);
        }
    }

    private static void write(Path target, List<EscalationAlert> alerts) {
        try (JsonLinesSink sink = JsonLinesSink.open(target)) {
            sink.write(alerts);
        }
    }
}
