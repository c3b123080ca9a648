package io.demarche.tension.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.tension.Told;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private static final Phrases PHRASES = Phrases.bundled();
    private static final Told EXPULSION = Told.that("USA", "RUS", EventType.DIPLOMATS_EXPELLED, "161", "2018-03-26");

    private static String sentence(Told told) {
        Act act = Act.of(
                told.type(),
                Days.of(told.date()),
                List.of(Report.of(told.mention())),
                Ruleset.bundled(),
                ActCatalogue.bundled());
        return PHRASES.sentence(act);
    }

    @ParameterizedTest
    @CsvSource({
        "60, diplomats, The United States expels 60 Russian diplomats",
        "1, diplomats, The United States expels one Russian diplomat",
        "10, Russian officers, The United States expels ten Russian officers",
        "3, of Russia's envoys, The United States expels three Russian envoys",
        "2, the two embassy attachés, The United States expels two Russian embassy attachés",
        "2, , The United States expels two Russian diplomats",
        "1, ambassador, The United States expels the Russian ambassador",
        ", staff, The United States expels Russian staff",
        ", , The United States expels Russian diplomats",
        "4, <b>odd</b>, The United States expels four Russian diplomats",
        "0, diplomats, The United States expels Russian diplomats"
    })
    void shouldCountInWordsAndNameTheState(Integer count, String counted, String sentence) {
        assertThat(sentence(EXPULSION.counting(count, counted))).isEqualTo(sentence);
    }

    @Test
    void shouldSayWhatIsOnlyThreatened() {
        assertThat(sentence(EXPULSION.as(Modality.THREATENED).counting(5, "diplomats")))
                .isEqualTo("The United States threatens to expel five Russian diplomats");
    }

    @Test
    void shouldNameAnUnknownStateByItsCode() {
        assertThat(sentence(Told.that("QQQ", "RUS", EventType.CONDEMNED, "111", "2018-03-26")))
                .isEqualTo("QQQ condemns Russia");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void shouldHaveWordsForEveryKindOfAct(EventType type) {
        assertThat(sentence(Told.that("USA", "RUS", type, "010", "2018-03-26")))
                .startsWith("The United States ")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void shouldSayOfNoThreatThatItThreatensToThreaten(EventType type) {
        String threat =
                sentence(Told.that("USA", "RUS", type, "010", "2018-03-26").as(Modality.THREATENED));

        assertThat(threat)
                .startsWith("The United States threatens ")
                .doesNotContain("{", "threaten ", "threatens to threaten", "threat of threat");
    }
}
