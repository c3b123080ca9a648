package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final RawArticle GOOD = article("good", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldSendUndecodableBytesWithTheirOriginWhileTheRestFlows() {
        topology.read(GOOD);

        topology.articleBytes.pipeInput("poison", "no record".getBytes(UTF_8));
        topology.read(article("next", "2023-12-27", "DIPLOMATS_EXPELLED FRA AZE 2023-12-27"));

        TestRecord<byte[], byte[]> letter = topology.deadLetters.readRecord();
        assertThat(letter.key()).asString(UTF_8).isEqualTo("poison");
        assertThat(letter.value()).asString(UTF_8).isEqualTo("no record");
        assertThat(header(letter, "topic")).isEqualTo("raw-articles");
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("1");
        assertThat(header(letter, "exception")).endsWith("SerializationException");
        assertThat(header(letter, "message")).isNotBlank();
        assertThat(header(letter, "stacktrace")).contains("SerializationException");
        assertThat(topology.mentions()).hasSize(2);
    }

    @Test
    void shouldSendBytesOfAnUnknownSchema() {
        topology.read(GOOD);

        topology.articleBytes.pipeInput("poison", new byte[] {0, 0, 0, 7, 7, 1, 2, 3});

        assertThat(topology.deadLetters.getQueueSize()).isEqualTo(1);
    }

    @Test
    void shouldSendAnArticleThatTheCoderChokesOn() {
        topology.read(article("bad", "2023-12-26", "FAIL"), GOOD);

        TestRecord<byte[], byte[]> letter = topology.deadLetters.readRecord();
        assertThat(letter.key()).asString(UTF_8).isEqualTo("bad");
        assertThat(letter.value()).isNotEmpty();
        assertThat(header(letter, "message")).contains("cannot be coded", "choked");
        assertThat(topology.mentions()).hasSize(1);
    }

    @Test
    void shouldSendAnArticleThatTheCoderNeverComesBackFrom() {
        topology.read(article("bad", "2023-12-26", "DEEP"), GOOD);

        assertThat(header(topology.deadLetters.readRecord(), "message")).contains("StackOverflowError");
        assertThat(topology.mentions()).hasSize(1);
    }

    @Test
    void shouldSendARecordWithoutAValue() {
        topology.read("gone", null);

        assertThat(header(topology.deadLetters.readRecord(), "message")).contains("no value");
    }

    @Test
    void shouldSendARecordWithoutAKey() {
        topology.read(null, GOOD);

        assertThat(header(topology.deadLetters.readRecord(), "message")).contains("no key");
    }

    @Test
    void shouldSendARecordUnderAnothersKey() {
        topology.read("other", GOOD);

        assertThat(header(topology.deadLetters.readRecord(), "message")).contains("key");
        assertThat(topology.mentions()).isEmpty();
    }

    @Test
    void shouldSendATickOfADayThatHasNotCome() {
        topology.tick("9999-12-31");

        assertThat(header(topology.deadLetters.readRecord(), "message")).contains("9999-12-31");
    }

    @Test
    void shouldSendAnArticleWhoseMentionsAreLargerThanARecordMayBe() {
        try (TopologyDriver small = new TopologyDriver(
                new LineCoder(), TopologyDriver.LADDER, Map.of("demarche.max.record.bytes", "500"))) {
            small.read(article("long", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26 " + "x".repeat(500)));

            assertThat(header(small.deadLetters.readRecord(), "message")).contains("more than the 500");
            assertThat(small.mentions()).isEmpty();
        }
    }

    @Test
    void shouldLetADyadThatCannotBeAssessedStandAsItWasAnnounced() {
        try (TopologyDriver topologyOfGoodMentions = new TopologyDriver(
                new LineCoder(),
                (dyad, mentions, asOf) -> {
                    if (mentions.stream().anyMatch(mention -> mention.getQuote().contains("poison"))) {
                        throw new IllegalStateException("cannot assess");
                    }
                    return TopologyDriver.LADDER.assess(dyad, mentions, asOf);
                },
                Map.of())) {
            topologyOfGoodMentions.read(
                    article("bad", "2023-12-26", "DIPLOMATS_EXPELLED USA GBR 2023-12-26 poison"), GOOD);

            assertThat(topologyOfGoodMentions.counters.get(Count.ASSESSMENT_FAILURES))
                    .isPositive();
            assertThat(topologyOfGoodMentions.deadLetters.isEmpty()).isTrue();
            assertThat(topologyOfGoodMentions.alerts()).hasSize(1);
        }
    }

    @Test
    void shouldAnnounceWhatCameBesideBadEvidenceOnceThatIsWithdrawn() {
        RawArticle mistaken = article("m", "2022-01-10", "DIPLOMATS_EXPELLED AZE FRA 2022-01-10");
        RawArticle bad = article("bad", "2023-12-26", "DIPLOMATS_EXPELLED FRA AZE 2023-12-26 poison");
        try (TopologyDriver fragile = new TopologyDriver(
                new LineCoder(),
                (dyad, mentions, asOf) -> {
                    if (mentions.stream()
                            .anyMatch(mention -> mention.getQuote().contains("poison") && !mention.getWithdrawn())) {
                        throw new IllegalStateException("cannot assess");
                    }
                    return TopologyDriver.LADDER.assess(dyad, mentions, asOf);
                },
                Map.of())) {
            fragile.read(mistaken);
            fragile.tick("2022-06-01");
            assertThat(fragile.lastAlerts().values())
                    .extracting(EscalationAlert::getStatus)
                    .containsOnly(AlertStatus.RESOLVED);

            fragile.pass(bad);
            fragile.read(corrected(mistaken, 3, "The report was mistaken."));
            assertThat(fragile.alerts()).isEmpty();
            fragile.read(corrected(bad, 3, "Nothing of note happened."));

            assertThat(fragile.lastAlerts().values())
                    .extracting(EscalationAlert::getStatus)
                    .containsOnly(AlertStatus.RETRACTED);
        }
    }

    @Test
    void shouldAccountForEveryArticle() {
        topology.read(GOOD, GOOD, article("bad", "2023-12-26", "FAIL"));
        topology.articleBytes.pipeInput("poison", new byte[0]);
        topology.read(article("calm", "2023-12-26", "Nothing of note happened."));

        assertThat(topology.counters.get(Count.ARTICLES)).isEqualTo(3);
        assertThat(topology.counters.deadLetters("raw-articles")).isEqualTo(2);
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
    }
}
