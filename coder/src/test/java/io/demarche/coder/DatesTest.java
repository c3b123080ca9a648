package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which day an act gets when its sentence speaks of several, or of one that is still to come. */
class DatesTest {
    @Test
    void shouldDateTheEarlierActBeforeTheDayOfTheLaterOne() {
        String text = "Peru expelled two Chilean diplomats on Tuesday, a day after Chile had summoned the Peruvian"
                + " ambassador.";

        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 15));
        assertThat(Coding.only(text, "AMBASSADOR_SUMMONED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 14));
    }

    @Test
    void shouldDateAnActThatIsANounBeforeTheDayOfTheLaterOne() {
        String text = "Peru recalled its ambassador to Chile on Tuesday, two days after the Chilean attack on Peru.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 13));
    }

    @Test
    void shouldNotTakeADeadlineForTheDateOfTheAct() {
        String text = "Peru ordered Chile to close its consulate in Lima by October 1.";

        assertThat(Coding.only(text, "MISSION_CLOSED").getEventDate()).isEqualTo(Coding.DAY);
    }

    @Test
    void shouldKeepADayThatIsOverThoughItIsATerm() {
        String text = "By June 9, Peru had expelled two Chilean diplomats.";

        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 9));
    }

    @Test
    void shouldNotCodeWhatAStateIsOrderedToDoAsItsOwnAct() {
        assertThat(Coding.acts("Peru ordered Chile to close its consulate in Lima."))
                .isEqualTo(List.of("PER>CHL MISSION_CLOSED 161"));
    }

    @Test
    void shouldFindAnExpelledDiplomatBehindTheName() {
        assertThat(Coding.acts("Peru on Monday declared the Chilean diplomat Juan Diaz persona non grata."))
                .contains("PER>CHL DIPLOMATS_EXPELLED 161");
    }

    @Test
    void shouldCarryThePastOfAParagraphOverToWhatFollowsInIt() {
        String text = "In 1862 the three powers sent their ships. The talks were long. Peru then attacked Chile.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(LocalDate.of(1862, 1, 1));
    }

    @Test
    void shouldNotCarryThePastOverToWhatIsNotToldInThePast() {
        String text = "In 1862 the three powers sent their ships. Peru has attacked Chile.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(Coding.DAY);
    }

    @Test
    void shouldNotCarryOverAYearThatOnlyCompares() {
        String text = "Peru is in its worst crisis since 1995. Peru attacked Chile.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(Coding.DAY);
    }

    @Test
    void shouldNotCarryThePastOverToTheNextParagraphOfNews() {
        String text = "In 1862 the three powers sent their ships.\n\nPeru attacked Chile.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(Coding.DAY);
    }

    @Test
    void shouldCarryThePastOverParagraphsWhereAnArticleIsHistory() {
        String text =
                "In 1862 the fleet was built. By 1870 it was large. In 1879 the war began.\n\nPeru attacked Chile.";

        assertThat(Coding.only(text, "FORCE_USED").getEventDate()).isEqualTo(LocalDate.of(1879, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "In the 1990s Peru attacked Chile.,1990-01-01",
        "In the 19th century Peru attacked Chile.,1800-01-01",
        "In 1635 Peru attacked Chile.,1635-01-01",
        "Over the past two decades Peru attacked Chile.,2001-01-01",
        "Peru attacked Chile with the worst force in the past two decades.,2021-06-16"
    })
    void shouldReadPeriods(String sentence, LocalDate date) {
        assertThat(Coding.only(sentence, "FORCE_USED").getEventDate()).isEqualTo(date);
    }

    @Test
    void shouldNotDateAnActByTheDayOfWhatLongPrecededIt() {
        String text =
                "Peru and Chile reviewed events after the meeting of their presidents on July 11, 2019, and agreed"
                        + " to open a bridge.";

        assertThat(Coding.mentions(text))
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(mention.getEventDate()).isEqualTo(Coding.DAY));
    }

    @Test
    void shouldDateATreatyByTheYearThatStandsWithIt() {
        String text = "Peru said that fishing is free under the 1976 treaty that Chile signed with Norway.";

        assertThat(Coding.mentions(text))
                .isNotEmpty()
                .allMatch(mention -> mention.getEventDate().equals(LocalDate.of(1976, 1, 1)));
    }

    /** Coding.DAY is a Wednesday. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Peru expelled two Chilean diplomats on Thursday last week. | 2021-06-10",
                "Peru expelled two Chilean diplomats on Thursday of last week. | 2021-06-10",
                "Peru expelled two Chilean diplomats last week on Thursday. | 2021-06-10",
                "Peru expelled two Chilean diplomats last Wednesday. | 2021-06-09",
                "Peru expelled two Chilean diplomats on Friday the week before last. | 2021-06-04",
                "Peru expelled two Chilean diplomats on Friday, a week ago. | 2021-06-04",
                "Peru expelled two Chilean diplomats on Tuesday. | 2021-06-15",
                "Peru expelled two Chilean diplomats on Monday this week. | 2021-06-14",
                "Peru expelled two Chilean diplomats a week ago on Sunday. | 2021-06-06",
                "Peru expelled two Chilean diplomats on Sunday two weeks ago. | 2021-05-30",
                "Peru expelled two Chilean diplomats on 09/06/2021. | 2021-06-09",
                "Peru expelled two Chilean diplomats on 06/13/2021. | 2021-06-13",
                "Peru expelled two Chilean diplomats on 13.6.2021. | 2021-06-13",
                "Peru expelled two Chilean diplomats on 2021-06-11. | 2021-06-11"
            })
    void shouldReadTheWeekOfADayAndDatesInNumbers(String text, LocalDate day) {
        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On Monday Peru's foreign ministry expelled two Chilean diplomats. | 2021-06-14",
                "On June 9 Peru's foreign ministry expelled two Chilean diplomats. | 2021-06-09",
                "But on Friday Peru expelled two Chilean diplomats. | 2021-06-11",
                "Late on Saturday night Peru's government expelled two Chilean diplomats. | 2021-06-12"
            })
    void shouldReadADateThatOpensTheSentenceWithoutAComma(String text, LocalDate day) {
        // given
        String withComma = text.replaceFirst(" Peru", ", Peru");

        // then
        assertThat(Coding.acts(text)).containsExactly("PER>CHL DIPLOMATS_EXPELLED 161");
        assertThat(Coding.mentions(text).get(0).getEventDate()).isEqualTo(day);
        assertThat(Coding.mentions(text).get(0).getConfidence())
                .isEqualTo(Coding.mentions(withComma).get(0).getConfidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-06-15T22:00:00Z | 540 | Peru expelled two Chilean diplomats on Wednesday. | 2021-06-16",
                "2021-06-15T22:00:00Z | 0 | Peru expelled two Chilean diplomats on Wednesday. | 2021-06-09",
                "2021-06-15T22:00:00Z | 540 | Peru expelled two Chilean diplomats yesterday. | 2021-06-15",
                "2021-06-16T01:00:00Z | -300 | Peru expelled two Chilean diplomats today. | 2021-06-15"
            })
    void shouldMeanByTodayThePublishersOwnDay(Instant published, int offset, String text, LocalDate day) {
        Article article = new Article("a", "h", "", "", "", text, published, published, offset);

        assertThat(Coding.CODER.code(article)).singleElement().satisfies(mention -> {
            assertThat(mention.getEventDate()).isEqualTo(day);
            assertThat(mention.getPublishedAtOffset()).isEqualTo(offset);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Peru recalled its envoy on Tuesday. It then expelled two Chilean diplomats. | 2021-06-15
            Peru's envoy left Santiago on Tuesday.\\n\\nPeru has expelled two Chilean diplomats. | 2021-06-15
            Peru has expelled two Chilean diplomats.\\n\\nThe ministry in Lima told of it late on Tuesday. | 2021-06-15
            Peru has expelled two Chilean diplomats.\\n\\nThe ministry in Lima told of it last night. | 2021-06-15
            Peru has expelled two Chilean diplomats.\\n\\nThe ministry in Lima told of it on June 15. | 2021-06-15
            Peru has expelled two Chilean diplomats.\\n\\nThe ministry in Lima told of it today. | 2021-06-16
            Peru has expelled two Chilean diplomats.\\n\\nThe ministry in Lima had warned of it on Sunday. | 2021-06-16
            Peru has expelled two Chilean diplomats.\\n\\nThey are to leave by Tuesday. | 2021-06-16
            """)
    void shouldDateAnUndatedActByTheDayOfWhichTheArticleBringsTheNews(String text, LocalDate day) {
        assertThat(Coding.only(text.replace("\\n", "\n"), "DIPLOMATS_EXPELLED").getEventDate())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Peru expelled two Chilean diplomats last night. | 2021-06-15
            Chile struck on June 8. That evening Peru expelled two Chilean diplomats. | 2021-06-08
            Chile struck on June 8. Peru expelled two Chilean diplomats on that same date. | 2021-06-08
            Chile struck on June 8. The next morning Peru expelled two Chilean diplomats. | 2021-06-09
            Chile struck on June 8. Two days afterwards Peru expelled two Chilean diplomats. | 2021-06-10
            Chile struck on June 8. Peru had expelled two Chilean diplomats the evening before. | 2021-06-07
            Peru expelled two Chilean diplomats on the 9th. | 2021-06-09
            Peru expelled two Chilean diplomats on the 31st. | 2021-05-31
            Peru expelled two Chilean diplomats on the thirty-first. | 2021-05-31
            Peru expelled two Chilean diplomats on the twenty-fifth. | 2021-05-25
            Peru expelled two Chilean diplomats on the twenty-fifth try. | 2021-06-16
            Peru expelled two Chilean diplomats on the 45th. | 2021-06-16
            Chile struck on February 3. Peru expelled two Chilean diplomats on the 30th. | 2021-01-30
            Peru expelled two Chilean diplomats on the third try. | 2021-06-16
            """)
    void shouldReadDaysThatAreNamedByWhereTheyLie(String text, LocalDate day) {
        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(day);
    }

    @Test
    void shouldTakeWhatIsSaidInThePresentForSaidOnTheDayOfPublication() {
        String text = "Chile expelled two Peruvian diplomats on Monday. Peru accuses Chile of a grave mistake.";

        assertThat(Coding.only(text, "ACCUSED").getEventDate()).isEqualTo(Coding.DAY);
    }
}
