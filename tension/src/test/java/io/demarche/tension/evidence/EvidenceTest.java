package io.demarche.tension.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.LinkBasis;
import io.demarche.schemas.Dyad;
import io.demarche.tension.LadderAssessor;
import io.demarche.tension.Told;
import io.demarche.tension.rules.CodeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as evidence, who independently says so, and which act answers which. */
class EvidenceTest {
    private static final Dyad PAIR = Dyad.parse("AZE-FRA");
    private static final LadderAssessor ASSESSOR = LadderAssessor.withBundledRules();
    private static final Told EXPULSION = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-26");
    private static final long AGENCY = 0x1111_2222_3333_4444L;

    private static Voices voices(Told... told) {
        return Voices.of(
                Arrays.stream(told).map(Told::mention).map(Report::of).toList(),
                ASSESSOR.rules().evidence().copyBits());
    }

    @Test
    void shouldCountWhatItLeavesOutAndWhy() {
        List<EventMention> mentions = List.of(
                EXPULSION.mention(),
                EXPULSION.version(2).mention(),
                EXPULSION.mention(),
                Told.that("FRA", "AZE", EventType.CONDEMNED, "111", "2013-12-29")
                        .mention(),
                Told.that("FRA", "AZE", EventType.CONDEMNED, "111", "2024-01-05")
                        .mention(),
                Told.that("FRA", "DEU", EventType.CONDEMNED, "111", "2023-12-26")
                        .mention());

        MentionTriage triage = MentionTriage.of(PAIR, mentions, LocalDate.parse("2023-12-28"), ASSESSOR.rules());

        assertThat(triage.current()).extracting(EventMention::getContentHash).containsExactly("version 2");
        assertThat(triage.superseded()).isEqualTo(2);
        assertThat(triage.expired()).isEqualTo(1);
        assertThat(triage.ahead()).isEqualTo(1);
        assertThat(triage.foreign()).isEqualTo(1);
    }

    @Test
    void shouldHearAPublishersOwnTextBesideTheAgencysCopy() {
        Voices voices = voices(
                EXPULSION.sure(0.7).by("Courier").body(AGENCY),
                EXPULSION.sure(0.7).by("Gazette").body(AGENCY ^ 0b11),
                EXPULSION.sure(0.7).by("Gazette").in("own report").body(~AGENCY));

        assertThat(voices.count()).isEqualTo(2);
        assertThat(voices.belief()).isEqualTo(0.91);
    }

    @Test
    void shouldChainCopiesThatDriftApartBitByBit() {
        Voices voices = voices(
                EXPULSION.by("Courier").body(AGENCY),
                EXPULSION.by("Gazette").body(AGENCY ^ 0b111),
                EXPULSION.by("Herald").body(AGENCY ^ 0b111111));

        assertThat(voices.publishers()).containsExactly("Courier");
    }

    @Test
    void shouldTellTextsApartThatDifferInFourBits() {
        assertThat(voices(
                                EXPULSION.by("Courier").body(AGENCY),
                                EXPULSION.by("Gazette").body(AGENCY ^ 0b1111))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void shouldTakeUnnamedPublishersForOne() {
        assertThat(voices(
                                EXPULSION.by("").in("one").body(AGENCY),
                                EXPULSION.by("").in("two").body(~AGENCY))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DIPLOMATS_EXPELLED, 161, 30, in response, TEXT",
        "DIPLOMATS_EXPELLED, 161, 31, in response, ",
        "FORCE_USED, 190, 30, in response, TEXT",
        "AMBASSADOR_RECALLED, 161, 14, , SAME_CLASS",
        "AMBASSADOR_RECALLED, 161, 15, , ",
        "SANCTIONS_IMPOSED, 163, 7, , NEIGHBOURING_CLASS",
        "SANCTIONS_IMPOSED, 163, 8, , ",
        "NATIONALS_DETAINED, 173, 1, , ",
        "AGREED, 057, 1, in response, "
    })
    void shouldLinkWithinTheDaysOfEachBasis(EventType type, String code, int lag, String cue, LinkBasis basis) {
        Told answer = Told.that(
                        "FRA", "AZE", type, code, EXPULSION.date().plusDays(lag).toString())
                .answering(cue);

        List<DiplomaticEvent> events = ASSESSOR.assess(
                        PAIR, List.of(EXPULSION.mention(), answer.mention()), answer.date())
                .events();

        assertThat(events.get(1).getLinkBasis()).isEqualTo(basis);
    }

    @Test
    void shouldAnswerTheLatestOfSeveralActs() {
        Told earlier = Told.that("AZE", "FRA", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-20");
        Told answer = Told.that("FRA", "AZE", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-27");

        List<DiplomaticEvent> events = ASSESSOR.assess(
                        PAIR, List.of(answer.mention(), earlier.mention(), EXPULSION.mention()), answer.date())
                .events();

        assertThat(events.get(2).getInResponseTo()).isEqualTo(events.get(1).getEventId());
    }

    @Test
    void shouldNotLinkWhatIsNotBelieved() {
        Told answer = Told.that("FRA", "AZE", EventType.DIPLOMATS_EXPELLED, "161", "2023-12-27")
                .sure(0.8);

        assertThat(ASSESSOR.assess(PAIR, List.of(EXPULSION.mention(), answer.mention()), answer.date())
                        .events())
                .extracting(DiplomaticEvent::getInResponseTo)
                .containsOnlyNulls();
    }

    @Test
    void shouldLetAPairSurgeThatWasQuietSinceTheFeedBegan() {
        BareEvents stream = new BareEvents(CodeTable.bundled(), ActCatalogue.bundled());
        LocalDate day = LocalDate.parse("2020-03-01");
        List<EventMention> mentions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            mentions.add(stream.next(BareEvent.of(day, "AZE", "FRA", "112")));
        }

        assertThat(ASSESSOR.assess(PAIR, mentions, day).alerts()).isEmpty();
        assertThat(ASSESSOR.knownSince(day.minusDays(30))
                        .assess(PAIR, mentions, day)
                        .alerts())
                .isEmpty();
        assertThat(ASSESSOR.knownSince(day.minusDays(31))
                        .assess(PAIR, mentions, day)
                        .alerts())
                .hasSize(1);
    }
}
