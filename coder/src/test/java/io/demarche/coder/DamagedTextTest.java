package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventMention;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hungary&#8217;s government expelled three Serbian diplomats. | Hungary’s government expelled three"
                        + " Serbian diplomats.",
                "Hungaryâ€™s government expelled three Serbian diplomats. | Hungary’s government expelled three"
                        + " Serbian diplomats.",
                "Hungary\uFFFDs government expelled three Serbian diplomats. | Hungary’s government expelled three"
                        + " Serbian diplomats.",
                "<p>Hungary expelled three&nbsp;<b>Serbian</b> diplomats.</p> | Hungary expelled three Serbian"
                        + " diplomats.",
                "Hungary expelled \uFB01ve Serbian o\uFB03cials of the embassy. | Hungary expelled five Serbian"
                        + " officials of the embassy.",
                "Hungary expelled three Serbian diplo-⏎mats. | Hungary expelled three Serbian diplomats.",
                "Hungary expelled three Serbian diplo\u00AD⏎mats. | Hungary expelled three Serbian diplomats.",
                "Hun\u200Bgary expelled three Ser\u00ADbian diplomats. | Hungary expelled three Serbian diplomats.",
                "Ｈｕｎｇａｒｙ expelled three Serbian diplomats. | Hungary expelled three Serbian diplomats.",
                "TÃ¼rkiye expelled three Serbian diplomats. | Türkiye expelled three Serbian diplomats."
            })
    void shouldCodeDamagedTextLikeSoundText(String given, String sound) {
        // given
        String damaged = given.replace('⏎', '\n');

        // when
        List<EventMention> mentions = Coding.mentions(damaged);

        // then
        assertThat(mentions).isNotEmpty();
        assertThat(mentions)
                .usingRecursiveFieldByFieldElementComparatorOnFields(
                        "eventType",
                        "cameoCode",
                        "source.country",
                        "target.country",
                        "eventDate",
                        "count",
                        "counted",
                        "confidence")
                .isEqualTo(Coding.mentions(sound));
        assertThat(mentions)
                .allSatisfy(mention -> assertThat(mention.getQuote())
                        .isEqualTo(damaged.substring(mention.getQuoteStart(), mention.getQuoteEnd())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"’", "'", "ʼ", "´", "′", "＇", "â€™", "\u0092", "\uFFFD", "&rsquo;", "&#39;", "?", "‚Äô"})
    void shouldHearANegationWhateverItsApostropheIs(String apostrophe) {
        assertThat(Coding.mentions("Hungary didn" + apostrophe + "t expel any Serbian diplomats."))
                .isEmpty();
    }
}
