package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.demarche.avro.EventMention;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole article of our own on an invented quarrel, with the constructions that news of such quarrels has. */
class GoldenArticleTest {
    static final String BODY = """
            A cold wind blew through Helsinki on March 9, when the Nordic ministers met. Three days earlier, the Finnish president had praised Sweden for its patience.

            On the same day, the Finnish ambassador to Belarus was summoned. The Belarusian foreign service told him of the expulsion of two Finnish embassy employees, because of their "conduct incompatible with the status of diplomats." The two Finns had 72 hours to leave the country.

            On Thursday, the Finnish Foreign Ministry reacted by deciding to expel two of Belarus's diplomats, "as a measure of reciprocity." In a statement, the ministry "firmly rejects the accusations made by Belarus." In recent weeks, Minsk has often accused Finland of "meddling" in Belarusian affairs. "By arming Ukraine, Finland is pushing it to attack us," the Belarusian spokesman claimed.

            Polish lawmakers urged Lithuania to expel the Belarusian ambassador. Lithuania has not expelled him.
            """;

    private static List<EventMention> mentions;

    @BeforeAll
    static void code() {
        mentions = Coding.CODER.code(Coding.article(BODY, LocalDate.of(2022, 3, 11)));
    }

    private static EventMention only(String source, String type) {
        return mentions.stream()
                .filter(m -> m.getSource().getCountry().equals(source)
                        && m.getEventType().name().equals(type))
                .reduce((a, b) -> {
                    throw new AssertionError("two " + type + " by " + source);
                })
                .orElseThrow(() -> new AssertionError("no " + type + " by " + source + ": " + mentions));
    }

    @Test
    void shouldFindTheQuarrelAndNothingElse() {
        assertThat(mentions)
                .extracting(
                        m -> m.getSource().getCountry(),
                        m -> m.getTarget().getCountry(),
                        m -> m.getEventType().name())
                .containsExactlyInAnyOrder(
                        tuple("FIN", "SWE", "PRAISED"),
                        tuple("BLR", "FIN", "AMBASSADOR_SUMMONED"),
                        tuple("BLR", "FIN", "DIPLOMATS_EXPELLED"),
                        tuple("FIN", "BLR", "DIPLOMATS_EXPELLED"),
                        tuple("FIN", "BLR", "REJECTED"),
                        tuple("BLR", "FIN", "ACCUSED"),
                        tuple("POL", "LTU", "STATEMENT"));
    }

    @Test
    void shouldDateTheLookBackAndTheSameDay() {
        assertThat(only("FIN", "PRAISED").getEventDate()).isEqualTo(LocalDate.of(2022, 3, 6));
        assertThat(only("BLR", "AMBASSADOR_SUMMONED").getEventDate()).isEqualTo(LocalDate.of(2022, 3, 9));
    }

    @Test
    void shouldReadTheParticularsOfTheExpulsion() {
        // when
        EventMention expulsion = only("BLR", "DIPLOMATS_EXPELLED");

        // then
        assertThat(expulsion.getEventDate()).isEqualTo(LocalDate.of(2022, 3, 9));
        assertThat(expulsion.getCount()).isEqualTo(2);
        assertThat(expulsion.getCounted()).isEqualTo("embassy employees");
        assertThat(expulsion.getDeadlineHours()).isEqualTo(72);
        assertThat(expulsion.getStatedReason()).isEqualTo("conduct incompatible with the status of diplomats");
    }

    @Test
    void shouldSeeThatTheAnswerIsReciprocal() {
        // when
        EventMention answer = only("FIN", "DIPLOMATS_EXPELLED");

        // then
        assertThat(answer.getEventDate()).isEqualTo(LocalDate.of(2022, 3, 10));
        assertThat(answer.getCount()).isEqualTo(2);
        assertThat(answer.getReciprocal()).isTrue();
    }

    @Test
    void shouldExplainWhatItCodedAndWhatItDropped() {
        // when
        String report = Coding.CODER
                .explain(Coding.article(BODY, LocalDate.of(2022, 3, 11)))
                .render();

        // then
        assertThat(report)
                .contains("expel-diplomats at 'expulsion': coded BLR > FIN DIPLOMATS_EXPELLED 161")
                .contains("expel-diplomats at 'expel': dropped: called for, not done ('urged')")
                .contains("expel-diplomats at 'expelled': dropped: negated");
    }
}
