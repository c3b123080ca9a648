package io.demarche.consumer.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateNamesTest {
    private final StateNames names = StateNames.bundled();

    @ParameterizedTest
    @CsvSource({
        "AZE, Azerbaijan",
        "XKX, Kosovo",
        "COD, DR Congo",
        "CIV, Côte d'Ivoire",
        "ZZZ, ZZZ",
        "EU, European Union"
    })
    void shouldNameAStateOrGiveItsCode(String code, String name) {
        assertThat(names.of(code)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"AZE-FRA, Azerbaijan and France", "EU-RUS, European Union and Russia", "UN>RUS, UN>RUS"})
    void shouldNameBothStatesOfADyad(String dyad, String name) {
        assertThat(names.ofDyad(dyad, " and ")).isEqualTo(name);
    }
}
