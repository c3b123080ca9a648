package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.EventMention;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, counts, deadlines, reasons, reciprocity, quotes. */
class ParticularsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            On June 3, 2020, Norway expelled two Russian diplomats. | 2020-06-03 | STATED | DAY
            On 3 June Norway expelled two Russian diplomats. | 2021-06-03 | STATED | DAY
            Norway expelled two Russian diplomats on Dec. 30. | 2020-12-30 | STATED | DAY
            Norway expelled two Russian diplomats on Wednesday. | 2021-06-16 | RELATIVE | DAY
            Norway expelled two Russian diplomats on Thursday. | 2021-06-10 | RELATIVE | DAY
            Norway expelled two Russian diplomats yesterday. | 2021-06-15 | RELATIVE | DAY
            Norway expelled two Russian diplomats three days ago. | 2021-06-13 | RELATIVE | DAY
            Norway expelled two Russian diplomats last week. | 2021-06-07 | RELATIVE | WEEK
            Norway expelled two Russian diplomats last month. | 2021-05-01 | RELATIVE | MONTH
            Norway expelled two Russian diplomats in March. | 2021-03-01 | STATED | MONTH
            Norway expelled two Russian diplomats in May 1994. | 1994-05-01 | STATED | MONTH
            Norway expelled two Russian diplomats in 1984. | 1984-01-01 | STATED | YEAR
            Norway expelled two Russian diplomats. | 2021-06-16 | PUBLICATION | DAY
            Oslo said on Monday it had expelled two Russian diplomats. | 2021-06-14 | RELATIVE | DAY
            """)
    void shouldDateTheAct(String sentence, LocalDate day, DateBasis basis, DatePrecision precision) {
        // when
        EventMention mention = Coding.only(sentence, "DIPLOMATS_EXPELLED");

        // then
        assertThat(mention.getEventDate()).isEqualTo(day);
        assertThat(mention.getDateBasis()).isEqualTo(basis);
        assertThat(mention.getDatePrecision()).isEqualTo(precision);
    }

    @Test
    void shouldNotCountTheHoursThatWereGiven() {
        EventMention mention =
                Coding.only("Norway gave Russian diplomats 48 hours to leave Oslo.", "DIPLOMATS_EXPELLED");

        assertThat(mention.getCount()).isNull();
        assertThat(mention.getDeadlineHours()).isEqualTo(48);
    }

    @Test
    void shouldReckonFromTheDateLastSpokenOf() {
        // given
        String text = "The Finnish president spoke on June 8. Two days earlier he had praised Sweden. "
                + "On the same day, Finland expelled two Russian diplomats.";

        // then
        assertThat(Coding.only(text, "PRAISED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 6));
        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getEventDate()).isEqualTo(LocalDate.of(2021, 6, 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norway expelled three Russian embassy employees. | 3 | embassy employees
            Norway expelled two of Russia's diplomats. | 2 | diplomats
            Norway expelled twenty-four Russian diplomats. | 24 | diplomats
            Norway expelled 1,200 Russian diplomats. | 1200 | diplomats
            Norway expelled a Russian diplomat. | 1 | diplomat
            Norway expelled three employees of the Russian embassy. | 3 | embassy employees
            Norway expelled the Russian diplomat Ivan Petrov. | 1 | diplomat
            Norway expelled the Russian ambassador. | 1 | ambassador
            Norway expelled Russia's envoy. | 1 | envoy
            Norway expelled the Russian ambassador and three other diplomats. | 4 | ambassador
            Norway expelled the Russian ambassador, Ivan Petrov, along with six members of his embassy. | 7 | ambassador
            Norway expelled four of the nine Russian diplomats. | 4 | diplomats
            """)
    void shouldCountWhoWasExpelled(String sentence, int count, String counted) {
        // when
        EventMention mention = Coding.only(sentence, "DIPLOMATS_EXPELLED");

        // then
        assertThat(mention.getCount()).isEqualTo(count);
        assertThat(mention.getCounted()).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Norway gave three Russian diplomats 48 hours to leave the country. | 48
            Norway expelled three Russian diplomats, who must leave within a week. | 168
            Norway expelled three Russian diplomats. They had 72 hours to leave. | 72
            """)
    void shouldReadTheDeadlineAlsoFromTheNextSentence(String text, int hours) {
        assertThat(Coding.only(text, "DIPLOMATS_EXPELLED").getDeadlineHours()).isEqualTo(hours);
    }

    @Test
    void shouldQuoteTheReasonWhenThereIsOne() {
        assertThat(Coding.only(
                                "Norway expelled a Russian diplomat for \"acts against the security of the state.\"",
                                "DIPLOMATS_EXPELLED")
                        .getStatedReason())
                .isEqualTo("acts against the security of the state");
    }

    @Test
    void shouldTakeTheReasonAsWrittenWhenItIsNotQuoted() {
        assertThat(Coding.only("Norway expelled a Russian diplomat over an espionage case.", "DIPLOMATS_EXPELLED")
                        .getStatedReason())
                .isEqualTo("an espionage case");
    }

    @Test
    void shouldNoteTheCueWhenTheActAnswersAnother() {
        // when
        EventMention mention =
                Coding.only("Russia expelled two Norwegian diplomats in retaliation.", "DIPLOMATS_EXPELLED");

        // then
        assertThat(mention.getReciprocal()).isTrue();
        assertThat(mention.getReciprocityCue()).isEqualTo("in retaliation");
    }

    @Test
    void shouldPointAtTheQuoteWhenTheSentenceStandsInsideAText() {
        // given
        String text = "Rain fell in Oslo.\n\nNorway expelled two Russian diplomats. More rain is due.";

        // when
        EventMention mention = Coding.only(text, "DIPLOMATS_EXPELLED");

        // then
        assertThat(mention.getQuote()).isEqualTo("Norway expelled two Russian diplomats.");
        assertThat(text.substring(mention.getQuoteStart(), mention.getQuoteEnd()))
                .isEqualTo(mention.getQuote());
    }
}
