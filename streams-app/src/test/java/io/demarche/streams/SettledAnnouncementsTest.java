package io.demarche.streams;

import static io.demarche.streams.Articles.article;
import static io.demarche.streams.Articles.corrected;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When something is announced, and as of which day. */
class SettledAnnouncementsTest {
    private static final RawArticle WHOLE_STORY = article(
            "seed",
            "2023-12-28",
            "DIPLOMATS_EXPELLED FRA AZE 2023-12-27",
            "DIPLOMATS_EXPELLED AZE FRA 2023-12-26",
            "AMBASSADOR_SUMMONED AZE FRA 2023-12-25",
            "RELATIONS_DOWNGRADED AZE FRA 2023-12-28");

    private final TopologyDriver topology = new TopologyDriver();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void shouldAnnounceAWholeArticleOnce() {
        topology.read(WHOLE_STORY);

        assertThat(topology.alerts())
                .extracting(alert -> alert.getLevel() + " " + alert.getStatus() + " " + alert.getRevision())
                .containsExactlyInAnyOrder("STRAINED FIRING 1", "CONFRONTATION FIRING 1", "RETALIATION FIRING 1");
        assertThat(topology.events())
                .extracting(DiplomaticEvent::getEventId)
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(topology.tension()).hasSize(1);
    }

    @Test
    void shouldWaitForMoreOfTheNews() {
        topology.pass(WHOLE_STORY);
        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.counters.unsettled()).isEqualTo(1);

        topology.wallClock(TopologyDriver.SETTLE);
        topology.wallClock(TopologyDriver.SETTLE);

        assertThat(topology.alerts()).isNotEmpty();
        assertThat(topology.counters.unsettled()).isZero();
    }

    @Test
    void shouldAnnounceNewsAsOfADayThatCameMeanwhile() {
        topology.tick("2023-12-28");
        topology.pass(WHOLE_STORY);
        topology.passTick("2024-01-20");
        topology.settle();

        assertThat(topology.lastAlerts().values())
                .extracting(EscalationAlert::getStatus)
                .containsOnly(AlertStatus.RESOLVED);
        assertThat(topology.tension())
                .extracting(reading -> reading.getAsOfDay().toString())
                .containsExactly("2024-01-20");
    }

    @Test
    void shouldLetNoTickOvertakeTheArticlesBeforeIt() {
        topology.pass(WHOLE_STORY);
        assertThat(topology.mentions()).hasSize(4);
        assertThat(topology.marks()).isEmpty();

        topology.passTick("2023-12-29");

        assertThat(topology.mentions()).isEmpty();
        assertThat(topology.marks()).isNotEmpty();
        assertThat(topology.counters.get(Count.ARTICLES)).isEqualTo(1);
        assertThat(topology.counters.get(Count.TICKS)).isEqualTo(1);
    }

    @Test
    void shouldMoveNoDayByADateThatHasNotCome() {
        topology.read(WHOLE_STORY);
        topology.alerts();
        Instant fetched = Instant.parse("2025-06-01T00:00:00Z");

        topology.read(article("future", Instant.parse("2099-01-01T00:00:00Z"), fetched, "VISITED USA GBR 2025-05-30"));

        assertThat(topology.alerts()).isEmpty();
        assertThat(topology.mentions()).last().satisfies(mention -> {
            assertThat(mention.getPublicationStated()).isFalse();
            assertThat(mention.getPublishedAt()).isEqualTo(fetched);
        });
    }

    @Test
    void shouldMoveTheDayByAPublisherEastOfGreenwich() {
        topology.read(RawArticle.newBuilder(article(
                        "east",
                        Instant.parse("2023-12-25T16:00:00Z"),
                        Instant.parse("2023-12-25T17:00:00Z"),
                        "VISITED AZE FRA 2023-12-20"))
                .setPublishedAtOffset(600)
                .build());

        assertThat(topology.tension())
                .extracting(reading -> reading.getAsOfDay().toString())
                .containsExactly("2023-12-26");
    }

    @Test
    void shouldMoveNoDayByAMentionFromAfterItsArrival() {
        topology.read(WHOLE_STORY);
        EventMention mention = topology.mentions().get(0);
        topology.alerts();
        topology.tension();

        topology.mention(
                "AZE-FRA",
                EventMention.newBuilder(mention)
                        .setMentionId("other")
                        .setPublishedAt(Instant.parse("2999-01-01T00:00:00Z"))
                        .build());

        assertThat(topology.alerts()).extracting(EscalationAlert::getStatus).doesNotContain(AlertStatus.RESOLVED);
    }

    @Test
    void shouldDateAStoryThatIsToldAgainByWhenItWasToldFirst() {
        RawArticle first = article("told", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26");
        RawArticle again = RawArticle.newBuilder(first)
                .setPublishedAt(Instant.parse("2024-01-20T12:00:00Z"))
                .setFetchedAt(Instant.parse("2024-01-20T13:00:00Z"))
                .build();

        topology.read(again);
        topology.read(first);

        assertThat(topology.mentions())
                .last()
                .satisfies(mention -> assertThat(mention.getPublishedAt()).isEqualTo(first.getPublishedAt()));
        assertThat(topology.counters.get(Count.REDATED)).isEqualTo(1);

        topology.read(again);
        assertThat(topology.mentions()).isEmpty();
    }

    @Test
    void shouldSayThatEvidenceWasWithdrawnOnlyWhereItWas() {
        RawArticle mistaken = article("m", "2023-12-26", "DIPLOMATS_EXPELLED AZE FRA 2023-12-26");
        topology.read(mistaken);
        topology.read(corrected(mistaken, 2, "The report was mistaken."));

        assertThat(topology.alerts()).last().satisfies(alert -> {
            assertThat(alert.getStatus()).isEqualTo(AlertStatus.RETRACTED);
            assertThat(alert.getWhy().getExplanation()).isEqualTo("Its evidence was withdrawn.");
        });
    }

    @Test
    void shouldSayThatAnEpisodeBeganEarlier() {
        topology.read(article("b", "2023-12-27", "DIPLOMATS_EXPELLED AZE FRA 2023-12-27"));
        topology.alerts();

        topology.read(article("a", "2023-12-27", "AMBASSADOR_RECALLED AZE FRA 2023-12-20"));

        assertThat(topology.alerts())
                .filteredOn(alert -> alert.getStatus() == AlertStatus.RETRACTED)
                .singleElement()
                .satisfies(alert -> assertThat(alert.getWhy().getExplanation())
                        .isEqualTo("The episode began earlier, on 2023-12-20."));
    }

    @Test
    void shouldAssessEveryPairWhenADayComesWithNewsFirst() {
        String[] pairs = IntStream.range(0, 60)
                .mapToObj(i -> "VISITED " + code(i) + " FRA 2023-12-26")
                .toArray(String[]::new);
        topology.read(article("many", "2023-12-26", pairs));
        List<String> known = topology.tension().stream()
                .map(BilateralTension::getDyad)
                .sorted()
                .toList();
        String last = known.get(known.size() - 1);

        topology.pass(article("news", "2023-12-26", "VISITED " + last.replace("-", " ") + " 2023-12-25"));
        topology.wallClock(TopologyDriver.SETTLE);
        topology.tick("2023-12-30");

        assertThat(known).hasSize(60).doesNotHaveDuplicates();
        List<BilateralTension> readings = topology.tension();
        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.getAsOfDay()).isEqualTo(LocalDate.parse("2023-12-30")))
                .extracting(BilateralTension::getDyad)
                .containsExactlyInAnyOrderElementsOf(known)
                .startsWith(last);
    }

    private static String code(int i) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream()
                .filter(code -> !code.equals("FRA"))
                .sorted()
                .toList()
                .get(i);
    }
}
