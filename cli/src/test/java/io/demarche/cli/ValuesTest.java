package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.schemas.Dyad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"AZE-FRA", "FRA-AZE", "aze-fra", " Fra-Aze "})
    void shouldTakeAPairInEitherOrderAndCase(String written) {
        assertThat(new Values.Pair().convert(written)).isEqualTo(new Dyad("AZE", "FRA"));
    }

    @Test
    void shouldTakeAStateInEitherCase() {
        assertThat(new Values.State().convert("fra")).isEqualTo("FRA");
    }
}
