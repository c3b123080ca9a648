package io.demarche.tension;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private static final Dyad PAIR = Dyad.parse("AZE-FRA");
    private static final LadderAssessor ASSESSOR =
            LadderAssessor.withBundledRules().keeping(400);
    private static final Announcements ANNOUNCEMENTS = new Announcements(ASSESSOR.rules());
    private static final Told EXPULSION = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-26");
    private static final LocalDate FIRST = LocalDate.parse("2023-12-26");

    private Announced announced = Announced.nothing();

    private Announcements.Due announce(String asOf, LocalDate changedFrom, Told... told) {
        List<EventMention> mentions = Arrays.stream(told).map(Told::mention).toList();
        Announcements.Due due =
                ANNOUNCEMENTS.due(announced, ASSESSOR.assess(PAIR, mentions, LocalDate.parse(asOf)), changedFrom);
        announced = announced.plus(due, ASSESSOR.rules());
        return due;
    }

    @Test
    void shouldFireFirst() {
        assertThat(announce("2023-12-26", FIRST, EXPULSION).alerts())
                .extracting(EscalationAlert::getStatus)
                .containsExactly(AlertStatus.FIRING);
    }

    @Test
    void shouldSayNothingTwice() {
        announce("2023-12-26", FIRST, EXPULSION);

        assertThat(announce("2023-12-26", FIRST, EXPULSION, EXPULSION).isEmpty())
                .isTrue();
    }

    @Test
    void shouldUpdateOnALaterReport() {
        announce("2023-12-26", FIRST, EXPULSION);

        assertThat(announce(
                                "2023-12-28",
                                FIRST,
                                EXPULSION,
                                EXPULSION.by("Harbour Times").publishedOn("2023-12-28"))
                        .alerts())
                .extracting(EscalationAlert::getStatus)
                .containsExactly(AlertStatus.UPDATED);
    }

    @Test
    void shouldResolveWhenOnlyTimeHasPassed() {
        announce("2023-12-26", FIRST, EXPULSION);

        assertThat(announce("2024-01-20", LocalDate.MAX, EXPULSION).alerts())
                .extracting(EscalationAlert::getStatus)
                .containsExactly(AlertStatus.RESOLVED);
    }

    @Test
    void shouldFireBeforeItResolvesWhatIsOverWhenFirstSeen() {
        List<EscalationAlert> alerts = announce("2024-03-01", FIRST, EXPULSION).alerts();

        assertThat(alerts)
                .extracting(EscalationAlert::getStatus)
                .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
        assertThat(alerts.get(1).getRevision()).isGreaterThan(alerts.get(0).getRevision());
    }

    @Test
    void shouldRetractWhatLostItsEvidence() {
        announce("2023-12-26", FIRST, EXPULSION);

        Announcements.Due due = announce("2023-12-26", FIRST, EXPULSION, EXPULSION.takenBack());

        assertThat(due.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RETRACTED);
            assertThat(alert.getRevision()).isEqualTo(2);
        });
        assertThat(due.events()).singleElement().satisfies(event -> {
            assertThat(event.getMentions()).isZero();
            assertThat(event.getConfidence()).isZero();
            assertThat(event.getRevision()).isEqualTo(3);
        });
    }

    @Test
    void shouldFireAgainWhatWasRetractedAndCameBack() {
        announce("2023-12-26", FIRST, EXPULSION);
        announce("2023-12-26", FIRST, EXPULSION.takenBack());

        assertThat(announce("2023-12-26", FIRST, EXPULSION.version(9)).alerts())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.getStatus()).isEqualTo(AlertStatus.FIRING);
                    assertThat(alert.getRevision()).isEqualTo(3);
                });
    }

    @Test
    void shouldNotRetractWhatOnlyPassedOutOfTheHorizon() {
        announce("2023-12-26", FIRST, EXPULSION);
        announce("2024-03-01", LocalDate.MAX, EXPULSION);

        Announcements.Due due = announce("2025-03-01", LocalDate.MAX, EXPULSION);

        assertThat(due.alerts()).isEmpty();
        assertThat(due.events()).isEmpty();
        assertThat(announced.alerts()).isEmpty();
        assertThat(announced.events()).isEmpty();
    }

    @Test
    void shouldResolveTheAlertOfAnEpisodeThatOutlivedTheHorizonOnceItEnds() {
        announce("2023-12-26", FIRST, EXPULSION);
        Told[] acts = new Told[50];
        for (int i = 0; i < acts.length; i++) {
            acts[i] = Told.that(
                    "AZE",
                    "FRA",
                    EventType.DIPLOMATS_EXPELLED,
                    "161",
                    FIRST.plusDays(10L * i).toString());
            announce(acts[i].date().toString(), acts[i].date(), Arrays.copyOf(acts, i + 1));
        }
        assertThat(announced.alerts()).hasSize(1);

        Announcements.Due due = announce(FIRST.plusDays(600).toString(), LocalDate.MAX, acts);

        assertThat(due.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getEpisodeStart()).isEqualTo(FIRST);
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        });
    }

    @Test
    void shouldAnnounceTheEventsAnswerWhenTheAnsweredActComesInLater() {
        Told answer = Told.that("FRA", "AZE", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-27");
        announce("2023-12-28", answer.date(), answer);

        assertThat(announce("2023-12-28", FIRST, answer, EXPULSION).events())
                .extracting(DiplomaticEvent::getRevision)
                .containsExactly(2, 3);
    }
}
