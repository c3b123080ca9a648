package io.demarche.tension;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.TensionLevel;
import io.demarche.avro.Verdict;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.verdicts.Corrections;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsOnActsTest {
    private static final LocalDate AS_OF = LocalDate.parse("2024-01-05");
    private static final LadderAssessor ASSESSOR = LadderAssessor.withBundledRules();
    private static final EventMention EXPULSION = Told.that(
                    "AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-26")
            .mention();
    private static final EventMention RUMOUR = Told.that("AZE", "FRA", EventType.SANCTIONS_IMPOSED, "163", "2023-12-28")
            .sure(0.4)
            .mention();

    @Test
    void shouldTakeAWrongActOut() {
        assertThat(alerts(List.of(EXPULSION))).isNotEmpty();

        assertThat(alerts(List.of(EXPULSION), judged(EXPULSION, Verdict.WRONG, 0)))
                .isEmpty();
        assertThat(alerts(List.of(EXPULSION), judged(EXPULSION, Verdict.DUPLICATE, 0)))
                .isEmpty();
    }

    @Test
    void shouldBelieveARightActHoweverUnsureItsReportsAre() {
        assertThat(alerts(List.of(RUMOUR))).isEmpty();

        Assessment now = assess("AZE-FRA", List.of(RUMOUR), judged(RUMOUR, Verdict.RIGHT, 0));

        assertThat(now.events()).extracting(DiplomaticEvent::getConfidence).containsExactly(1.0);
        assertThat(now.alerts()).extracting(EscalationAlert::getLevel).contains(TensionLevel.CONFRONTATION);
    }

    @Test
    void shouldLetTheLatestVerdictOnAnActCount() {
        AnalystVerdict wrong = judged(EXPULSION, Verdict.WRONG, 0);

        assertThat(alerts(List.of(EXPULSION), wrong, judged(EXPULSION, Verdict.TAKEN_BACK, 1)))
                .isEqualTo(alerts(List.of(EXPULSION)));
        assertThat(alerts(List.of(EXPULSION), judged(EXPULSION, Verdict.RIGHT, -1), wrong))
                .isEmpty();
    }

    @Test
    void shouldMoveAnActToTheSidesThatAnAnalystNames() {
        AnalystVerdict other =
                Judged.on(EXPULSION, Verdict.WRONG_SIDES, 0, verdict -> verdict.setCorrectedSource("ARM"));

        List<EscalationAlert> alerts = alerts(List.of(EXPULSION), other);

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getDyad()).isEqualTo("ARM-FRA");
            assertThat(alert.getEvents()).allSatisfy(event -> {
                assertThat(event.getSource()).isEqualTo("ARM");
                assertThat(event.getConfidence()).isEqualTo(1);
            });
        });
    }

    @Test
    void shouldCodeAnActAsTheKindThatAnAnalystNames() {
        AnalystVerdict other = Judged.on(
                EXPULSION, Verdict.WRONG_TYPE, 0, verdict -> verdict.setCorrectedType(EventType.AMBASSADOR_SUMMONED));

        Assessment now = assess("AZE-FRA", List.of(EXPULSION), other);

        assertThat(now.events()).singleElement().satisfies(event -> {
            assertThat(event.getEventType()).isEqualTo(EventType.AMBASSADOR_SUMMONED);
            assertThat(event.getCameoCode()).isEqualTo("114");
        });
    }

    @Test
    void shouldKeepTheReportsThatJoinTheDayThatAnAnalystNames() {
        EventMention reckoned = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-27")
                .dated(DateBasis.RELATIVE, DatePrecision.DAY)
                .mention();
        AnalystVerdict dayBefore = Judged.on(
                reckoned, Verdict.WRONG_DATE, 0, verdict -> verdict.setCorrectedDate(LocalDate.parse("2023-12-26")));

        Assessment now = assess("AZE-FRA", List.of(reckoned), dayBefore);

        assertThat(now.events()).singleElement().satisfies(event -> {
            assertThat(event.getEventDate()).isEqualTo("2023-12-26");
            assertThat(event.getMentions()).isEqualTo(2);
        });
    }

    @Test
    void shouldFindAJudgedActAgainWhenFurtherArticlesMoveItsDay() {
        EventMention undated = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-27")
                .dated(DateBasis.PUBLICATION, DatePrecision.DAY)
                .mention();
        EventMention stated = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-26")
                .in("article-2")
                .mention();
        AnalystVerdict wrong = judged(undated, Verdict.WRONG, 0);

        assertThat(alerts(List.of(undated, stated))).isNotEmpty();
        assertThat(alerts(List.of(undated, stated), wrong)).isEmpty();
    }

    @Test
    void shouldLetAVerdictOnAnUnknownEventChangeNothing() {
        AnalystVerdict unknown = Judged.on(RUMOUR, Verdict.WRONG, 0, verdict -> verdict.setMentionIds(List.of()));

        assertThat(alerts(List.of(EXPULSION), unknown)).isEqualTo(alerts(List.of(EXPULSION)));
    }

    @Test
    void shouldSayWhoTookBackWhatAnAlertRestedOnAndWhy() {
        AnalystVerdict wrong = Judged.on(EXPULSION, Verdict.WRONG, 0, verdict -> verdict.setNote("It was a drill."));
        Announcements announcements = new Announcements(ASSESSOR.rules());
        Assessment before = ASSESSOR.assess(Dyad.parse("AZE-FRA"), List.of(EXPULSION), AS_OF);
        Announced announced = Announced.nothing()
                .plus(announcements.due(Announced.nothing(), before, LocalDate.MAX), ASSESSOR.rules());
        Judgements judgements = Judgements.of(List.of(wrong));

        Announcements.Due due = announcements.due(
                announced,
                ASSESSOR.assess(Dyad.parse("AZE-FRA"), List.of(EXPULSION), judgements, AS_OF),
                EXPULSION.getEventDate(),
                mention -> false,
                judgements);

        assertThat(due.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RETRACTED);
            assertThat(alert.getWhy().getExplanation())
                    .isEqualTo("The analyst ana found what it rested on wrong: It was a drill.");
        });
        assertThat(due.events()).extracting(DiplomaticEvent::getMentions).containsExactly(0);
    }

    private static AnalystVerdict judged(EventMention mention, Verdict verdict, int minute) {
        return Judged.on(mention, verdict, minute, more -> {});
    }

    private static List<EscalationAlert> alerts(List<EventMention> mentions, AnalystVerdict... verdicts) {
        return new BatchAssessment(ASSESSOR, Arrays.asList(verdicts)).alerts(mentions, AS_OF);
    }

    private static Assessment assess(String dyad, List<EventMention> mentions, AnalystVerdict verdict) {
        List<EventMention> all = new ArrayList<>(mentions);
        all.addAll(new Corrections(ActCatalogue.bundled()).of(List.of(verdict)));
        return ASSESSOR.assess(Dyad.parse(dyad), all, Judgements.of(List.of(verdict)), AS_OF);
    }
}
