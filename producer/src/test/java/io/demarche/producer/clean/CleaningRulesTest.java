package io.demarche.producer.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningRulesTest {
    private static final String HEADER = "# What it is\nkind\tzone\tlongest\tpattern\n";

    @Test
    void shouldReadRules() {
        assertThat(CleaningRules.parse("rules", HEADER + "SHARING\tANY\t40\tshare"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.matches("SHARE")).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SHARING|ANY|40;rules:3: expected 4 cells, found 3",
                "NOISE|ANY|40|x;rules:3: 'NOISE' is none of [PAYWALL",
                "SHARING|MIDDLE|40|x;rules:3: 'MIDDLE' is none of [ANY, HEAD, TAIL]",
                "SHARING|ANY|many|x;rules:3: longest must be a number from 1 to 400, not 'many'",
                "SHARING|ANY|401|x;rules:3: longest must be a number",
                "SHARING|ANY|40|;rules:3: the pattern is empty",
                "SHARING|ANY|40|(;rules:3: not a regular expression",
                "SHARING|ANY|40|x*;rules:3: the pattern matches an empty line"
            })
    void shouldNameFileAndLineOfABadRule(String row, String message) {
        assertThatThrownBy(() -> CleaningRules.parse("rules", HEADER + row.replace('|', '\t')))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldRefuseAFileWithoutRules() {
        assertThatThrownBy(() -> CleaningRules.parse("rules", HEADER)).hasMessageContaining("no rule in it");
    }

    @Test
    void shouldRefuseColumnsThatAreNotNamed() {
        assertThatThrownBy(() -> CleaningRules.parse("rules", "SHARING\tANY\t40\tshare"))
                .hasMessageStartingWith("rules:1: the first row must name the columns");
    }
}
