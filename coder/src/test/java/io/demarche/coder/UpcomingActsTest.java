package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.coder.lexicon.DropReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned, scheduled or yet to come is no act done, whatever its own words sound like. */
class UpcomingActsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norway's foreign minister will explain the plan when he visits Peru.",
                "The plan has to be ready before the Norwegian president visits Peru.",
                "A visit to Peru by the Norwegian foreign minister is planned.",
                "A visit to Peru by the Norwegian foreign minister is under consideration, an official said.",
                "A visit to Peru by the Norwegian foreign minister will begin on Friday.",
                "Norway announced a visit by its foreign minister to Peru.",
                "The Norwegian president leaves on a visit to Peru on Friday.",
            })
    void shouldCodeAVisitAsIntendedWhereItIsYetToCome(String sentence) {
        assertThat(Coding.acts(sentence)).contains("NOR>PER COOPERATION 036").noneMatch(act -> act.contains("VISITED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When the Norwegian president visited Peru, he praised the harbour.",
                "The Norwegian president visited Peru before he left for home.",
                "The visit by the Norwegian president to Peru has begun.",
            })
    void shouldCodeAVisitThatWasMade(String sentence) {
        assertThat(Coding.acts(sentence)).contains("NOR>PER VISITED 042");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The move came ahead of next month's talks between Norway and Peru.|NOR>PER COOPERATION 036",
                "The move came ahead of last month's talks between Norway and Peru.|NOR>PER STATEMENT 040",
            })
    void shouldTakeTalksAsPlannedWhereTheirDateIsAfterThePublication(String sentence, String act) {
        assertThat(Coding.acts(sentence)).contains(act);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NEGATED|Norway is not actively considering offering cheap barley to Peru.",
                "NO_CODE|Norway's finance minister will meet bankers next week to seek Peru's support for the plan.",
                "NO_CODE|A Norwegian minister will meet bankers later this week to seek Peruvian support for the plan.",
                "NEGATED|Norway was not even weighing sanctions on Peru."
            })
    void shouldNotCodeWhatIsNotEvenIntendedOrServesWhatIsToCome(DropReason reason, String sentence) {
        assertThat(Coding.acts(sentence)).isEmpty();
        assertThat(Coding.drops(sentence)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Norway is considering sanctions on Peru.|NOR>PER",
                "Norway has invited Peru's president to visit it on June 21.|NOR>PER",
                "A Norwegian envoy flew to Peru to seek its support for the plan.|NOR>PER STATEMENT 022",
            })
    void shouldCodeWhatIsConsideredOrInvited(String sentence, String act) {
        assertThat(Coding.acts(sentence)).anyMatch(each -> each.startsWith(act));
    }
}
