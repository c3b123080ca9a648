package io.demarche.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.text.Table;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = LanguageDetector.load();

    @TestFactory
    Stream<DynamicTest> shouldTellTheLanguageOfTwoHundredCharacters() {
        return Table.load(LanguageDetectorTest.class, "texts.tsv", "language", "text").rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.first(),
                        () -> assertThat(detector.detect(row.second())).contains(row.first())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "12.5 47.0 33",
                "Lima",
                "Shr 12 cts vs 9 cts Net 3.1 mln vs 2.9 mln Revs 8.4 mln vs 7.7 mln Avg shrs 2.1 mln vs 2.0 mln"
            })
    void shouldGiveNoAnswerRatherThanAGuess(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @Test
    void shouldNotBeMisledByForeignWordsInAnEnglishText() {
        String text = "The minister said on Friday that the paper of the \"Ministerio de Relaciones Exteriores de la"
                + " República del Perú\" had not been seen by anyone in the cabinet before it was printed.";

        assertThat(detector.detect(text)).contains("en");
    }

    @Test
    void shouldAnswerTheSameWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(detector.detect(
                            "IN THE CITY OF LIMA THE MAYOR SAID THAT IT WAS TIME FOR ALL OF THEM TO GO HOME AGAIN"))
                    .contains("en");
        } finally {
            Locale.setDefault(before);
        }
    }
}
