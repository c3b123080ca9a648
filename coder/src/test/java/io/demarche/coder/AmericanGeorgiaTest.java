package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmericanGeorgiaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Republican governor of Georgia condemned China on Monday.",
                "Georgia's governor condemned China on Monday.",
                "Georgia lawmakers condemned China on Monday.",
                "Georgia Gov. Jane Doe condemned China on Monday.",
                "Officials in Atlanta were surprised. Georgia condemned China on Monday.",
                "The governor, a Democrat, spoke first. Georgia then condemned China."
            })
    void shouldNotTakeTheAmericanStateForTheCountry(String text) {
        assertThat(Coding.mentions(text))
                .noneMatch(mention -> mention.getSource().getCountry().equals("GEO"));
    }

    @Test
    void shouldKnowTheCountry() {
        assertThat(Coding.acts("Georgia condemned Russia on Monday.")).containsExactly("GEO>RUS CONDEMNED 111");
        assertThat(Coding.acts(
                        "The governor of the Georgian central bank was there. Georgia condemned Russia on Monday."))
                .contains("GEO>RUS CONDEMNED 111");
    }
}
