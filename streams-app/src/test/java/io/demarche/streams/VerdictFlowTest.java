package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.RawArticle;
import io.demarche.avro.Verdict;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.tension.Judged;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerdictFlowTest {
    private static final RawArticle EXPULSION = article("a", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldRetractAnAlertWhoseActIsWrongAndSayWhoFoundSoAndWhy() {
        DiplomaticEvent event = expulsion();

        topology.judge(Judged.on(event, Verdict.WRONG, 0, verdict -> verdict.setNote("It was a drill.")));

        assertThat(topology.lastAlerts().values()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RETRACTED);
            assertThat(alert.getWhy().getExplanation())
                    .isEqualTo("The analyst ana found what it rested on wrong: It was a drill.");
        });
        assertThat(topology.events()).extracting(DiplomaticEvent::getMentions).containsExactly(0);
    }

    @Test
    void shouldRaiseTheAlertAgainWhenTheVerdictIsTakenBack() {
        DiplomaticEvent event = expulsion();
        topology.judge(Judged.on(event, Verdict.WRONG, 0));
        topology.alerts();

        topology.judge(Judged.on(event, Verdict.TAKEN_BACK, 1));

        assertThat(topology.lastAlerts().values())
                .extracting(EscalationAlert::getStatus)
                .containsOnly(AlertStatus.FIRING);
    }

    @Test
    void shouldKeepAVerdictUntilItsActComes() {
        AnalystVerdict wrong;
        try (TopologyDriver other = new TopologyDriver()) {
            other.read(EXPULSION);
            wrong = Judged.on(other.events().get(0), Verdict.WRONG, 0);
        }

        topology.judge(wrong);
        assertThat(topology.tension()).isEmpty();
        topology.read(EXPULSION);

        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.events()).isEmpty();
    }

    @Test
    void shouldMoveAnActToTheDyadThatACorrectionNamesAndBack() {
        DiplomaticEvent event = expulsion();

        topology.judge(Judged.on(event, Verdict.WRONG_SIDES, 0, verdict -> verdict.setCorrectedSource("ARM")));
        List<EscalationAlert> moved = topology.alerts();

        assertThat(TopologyDriver.standing(moved).values())
                .extracting(EscalationAlert::getDyad)
                .containsOnly("ARM-FRA");

        topology.judge(Judged.on(event, Verdict.RIGHT, 1));

        assertThat(TopologyDriver.standing(topology.alerts()).values())
                .extracting(EscalationAlert::getDyad)
                .containsOnly("AZE-FRA");
    }

    @Test
    void shouldLetTheLaterOfTwoVerdictsCountInWhateverOrderTheyCome() {
        DiplomaticEvent event = expulsion();
        topology.judge(Judged.on(event, Verdict.RIGHT, 5));
        topology.alerts();

        topology.judge(Judged.on(event, Verdict.WRONG, 4));

        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.counters.get(Count.OVERTAKEN_VERDICTS)).isEqualTo(1);
    }

    @Test
    void shouldSendAVerdictThatNamesNothingToTheDeadLetters() {
        AnalystVerdict verdict = Judged.on(expulsion(), Verdict.WRONG, 0);
        verdict.setEventId(null);
        verdict.setMentionIds(List.of());

        topology.judge(verdict);

        assertThat(deadLetter()).isEqualTo("the verdict cannot be taken: it names neither an event nor a mention");
    }

    @Test
    void shouldSendAVerdictUnderAForeignKeyToTheDeadLetters() {
        topology.judge("AZE-GBR", Judged.on(expulsion(), Verdict.WRONG, 0));

        assertThat(deadLetter()).contains("key");
        assertThat(topology.alerts()).isEmpty();
    }

    private DiplomaticEvent expulsion() {
        topology.read(EXPULSION);
        topology.alerts();
        return topology.events().get(0);
    }

    private String deadLetter() {
        return new String(
                topology.deadLetters
                        .readRecord()
                        .headers()
                        .lastHeader("__streams.errors.message")
                        .value(),
                UTF_8);
    }
}
