package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.demarche.avro.EscalationAlert;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands beside the values. */
class RecordHeadersTest {
    private static final String EXPULSION = "DIPLOMATS_EXPELLED AZE FRA 2023-12-26";
    private static final String ANSWER = "DIPLOMATS_EXPELLED FRA AZE 2023-12-27";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldMakeAnAlertACloudEventThatTheStockSdkReads() {
        topology.read(article("a1", "2023-12-26", EXPULSION));
        TestRecord<String, EscalationAlert> record = topology.alertRecords().get(0);

        CloudEvent event = KafkaMessageFactory.createReader(record.headers(), new byte[] {0, 0, 0, 0, 1})
                .toEvent();

        EscalationAlert alert = record.value();
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(alert.getAlertId() + "-" + alert.getRevision());
        assertThat(event.getSource()).isEqualTo(URI.create("urn:demarche:escalation-alerts"));
        assertThat(event.getType()).isEqualTo("io.demarche.alert.firing");
        assertThat(event.getSubject()).isEqualTo("AZE-FRA");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2023-12-26T00:00:00Z"));
        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        assertThat(event.getData().toBytes()).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void shouldCarryTheTraceOfAnArticleToMentionEventAndAlert() {
        topology.read(article("a1", "2023-12-26", EXPULSION), traced(TRACE));

        assertThat(traces(topology.mentionRecords())).containsExactly(TRACE);
        assertThat(traces(topology.eventRecords())).containsExactly(TRACE);
        assertThat(traces(topology.alertRecords())).containsExactly(TRACE);
    }

    @Test
    void shouldTraceWhatIsAnnouncedToTheNewsThatCausedItAlone() {
        topology.read(article("a1", "2023-12-26", EXPULSION), traced(TRACE));
        topology.alertRecords();

        topology.read(article("a2", "2023-12-27", ANSWER), traced(OTHER));
        assertThat(traces(topology.alertRecords())).isNotEmpty().containsOnly(OTHER);

        topology.tick("2024-02-15");
        assertThat(topology.alertRecords())
                .isNotEmpty()
                .allSatisfy(record ->
                        assertThat(record.headers().lastHeader("traceparent")).isNull());
    }

    private static Headers traced(String trace) {
        return new RecordHeaders().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> traces(List<? extends TestRecord<String, ?>> records) {
        return records.stream()
                .map(record -> record.headers().lastHeader("traceparent"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
