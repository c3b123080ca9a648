package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.RawArticle;
import io.demarche.avro.TensionLevel;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiplomaticTopologyTest {
    private static final String EXPULSION = "DIPLOMATS_EXPELLED AZE FRA 2023-12-26";
    private static final String ANSWER = "DIPLOMATS_EXPELLED FRA AZE 2023-12-27";
    private static final RawArticle FIRST = article("a1", "2023-12-26", EXPULSION);
    private static final RawArticle SECOND = article("a2", "2023-12-27", ANSWER);

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldKeyMentionsByDyad() {
        topology.read(FIRST, SECOND);

        assertThat(topology.mentionRecords()).extracting(record -> record.key()).containsExactly("AZE-FRA", "AZE-FRA");
    }

    @Test
    void shouldAnnounceEventTensionAndAlert() {
        topology.read(FIRST);

        assertThat(topology.events()).singleElement().satisfies(event -> {
            assertThat(event.getEventType()).isEqualTo(EventType.DIPLOMATS_EXPELLED);
            assertThat(event.getDyad()).isEqualTo("AZE-FRA");
        });
        assertThat(topology.tension())
                .singleElement()
                .satisfies(reading -> assertThat(reading.getLevel()).isEqualTo(TensionLevel.CONFRONTATION));
        assertThat(topology.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getLevel()).isEqualTo(TensionLevel.CONFRONTATION);
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.FIRING);
        });
    }

    @Test
    void shouldRaiseRetaliationWhenTheOtherSideAnswers() {
        topology.read(FIRST, SECOND);

        assertThat(topology.alerts())
                .extracting(EscalationAlert::getLevel)
                .contains(TensionLevel.CONFRONTATION, TensionLevel.RETALIATION);
    }

    @Test
    void shouldDropRepeats() {
        topology.read(FIRST);
        topology.mentions();

        topology.read(corrected(FIRST, 5, EXPULSION));

        assertThat(topology.mentions()).isEmpty();
        assertThat(topology.counters.get(Count.REPEATS)).isEqualTo(1);
    }

    @Test
    void shouldLetARepeatSetTheTimeOfTheVersion() {
        topology.read(FIRST, corrected(FIRST, 5, EXPULSION));
        topology.mentions();

        topology.read(corrected(FIRST, 3, "Nothing of note happened."));

        assertThat(topology.mentions()).isEmpty();
        assertThat(topology.counters.get(Count.STALE)).isEqualTo(1);
    }

    @Test
    void shouldWithdrawWhatACorrectionNoLongerSays() {
        topology.read(FIRST);
        EventMention announced = topology.mentions().get(0);
        RawArticle correction = corrected(FIRST, 2, "The report was mistaken.");

        topology.read(correction);

        assertThat(topology.mentions())
                .containsExactly(EventMention.newBuilder(announced)
                        .setWithdrawn(true)
                        .setFetchedAt(correction.getFetchedAt())
                        .setContentHash(correction.getContentHash())
                        .build());
    }

    @Test
    void shouldRetractTheAlertWhoseOnlyEvidenceWasWithdrawn() {
        topology.read(FIRST);
        String alertId = topology.alerts().get(0).getAlertId();

        topology.read(corrected(FIRST, 2, "The report was mistaken."));

        assertThat(topology.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getAlertId()).isEqualTo(alertId);
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RETRACTED);
        });
    }

    @Test
    void shouldKeepTheAlertWhileAnotherArticleSupportsIt() {
        topology.read(FIRST, article("a3", "2023-12-26", EXPULSION));
        topology.alerts();

        topology.read(corrected(FIRST, 2, "The report was mistaken."));

        assertThat(topology.alerts()).extracting(EscalationAlert::getStatus).doesNotContain(AlertStatus.RETRACTED);
    }

    @Test
    void shouldTakeUpAnArticleThatIsCorrectedBack() {
        topology.read(FIRST, corrected(FIRST, 2, "The report was mistaken."));
        topology.alerts();

        topology.read(corrected(FIRST, 4, EXPULSION));

        assertThat(topology.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getStatus()).isIn(AlertStatus.FIRING, AlertStatus.UPDATED));
    }

    @Test
    void shouldDropAnOlderVersionThatComesLate() {
        topology.read(corrected(FIRST, 2, "The report was mistaken."));

        topology.read(FIRST);

        assertThat(topology.mentions()).isEmpty();
        assertThat(topology.counters.get(Count.STALE)).isEqualTo(1);
    }

    @Test
    void shouldCloseTheEpisodeWhenTheDaysPassQuietly() {
        topology.tick("2023-12-27");
        topology.read(FIRST, SECOND);
        assertThat(topology.lastAlerts().values())
                .extracting(EscalationAlert::getStatus)
                .doesNotContain(AlertStatus.RESOLVED);

        topology.tick("2024-02-15");

        assertThat(topology.lastAlerts().values())
                .hasSize(2)
                .extracting(EscalationAlert::getStatus)
                .containsOnly(AlertStatus.RESOLVED);
    }

    @Test
    void shouldPassOverATickOfADayThatHasCome() {
        topology.tick("2024-02-15");
        topology.read(FIRST);
        topology.tension();

        topology.tick("2024-02-14");
        topology.tick("2024-02-15");

        assertThat(topology.tension()).isEmpty();
    }

    @Test
    void shouldCountAnActOnlyWhenItsDayHasCome() {
        topology.tick("2023-12-25");
        topology.read(FIRST);
        assertThat(topology.alerts()).isEmpty();

        topology.tick("2023-12-26");

        assertThat(topology.alerts()).hasSize(1);
    }

    @Test
    void shouldGoByTheLatestPublicationDayBeforeAnyTick() {
        topology.read(FIRST, article("a9", "2024-02-20", "AMBASSADOR_SUMMONED USA GBR 2024-02-20"));

        assertThat(topology.lastAlerts().values())
                .extracting(alert -> alert.getLevel() + " " + alert.getStatus())
                .containsExactlyInAnyOrder("CONFRONTATION RESOLVED", "STRAINED FIRING");
    }

    @Test
    void shouldPassOverMentionsThatAreNotBetweenTwoParties() {
        topology.read(article("a4", "2023-12-26", "SANCTIONS_IMPOSED UN RUS 2023-12-26"));

        assertThat(topology.mentionRecords()).extracting(record -> record.key()).containsExactly("UN>RUS");
        assertThat(topology.events()).isEmpty();
        assertThat(topology.counters.get(Count.NON_DYADIC)).isEqualTo(1);
    }

    @Test
    void shouldFollowTheEuropeanUnionAsAParty() {
        topology.read(article("a4", "2023-12-26", "SANCTIONS_IMPOSED EU RUS 2023-12-26"));

        assertThat(topology.mentionRecords()).extracting(record -> record.key()).containsExactly("EU-RUS");
        assertThat(topology.alerts())
                .extracting(EscalationAlert::getHeadline)
                .containsExactly("The European Union imposes sanctions on Russia");
    }

    @Test
    void shouldAnnounceNothingTwice() {
        topology.read(FIRST);
        EventMention mention = topology.mentions().get(0);
        topology.events();
        topology.alerts();
        topology.tension();

        topology.mention("AZE-FRA", mention);

        assertThat(topology.events()).isEmpty();
        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.tension()).isEmpty();
        assertThat(topology.counters.get(Count.DUPLICATE_MENTIONS)).isEqualTo(1);
    }

    @Test
    void shouldNumberRevisionsUpward() {
        topology.read(FIRST, article("a3", "2023-12-27", EXPULSION));

        List<EscalationAlert> alerts = topology.alerts();

        assertThat(alerts).hasSizeGreaterThan(1);
        assertThat(alerts).extracting(EscalationAlert::getRevision).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldCountHistoryAndWhatIsDatedAheadOnce() {
        RawArticle history = article("h", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-11-25");
        RawArticle recent = article("r", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-11-26");
        RawArticle ahead = article("f", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-27");

        topology.read(history, recent, ahead, history, ahead);

        assertThat(topology.counters.get(Count.HISTORICAL)).isEqualTo(1);
        assertThat(topology.counters.get(Count.FUTURE_DATED)).isEqualTo(1);
    }
}
