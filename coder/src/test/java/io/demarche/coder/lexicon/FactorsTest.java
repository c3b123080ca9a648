package io.demarche.coder.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactorsTest {
    private static final List<String> COLUMNS = List.of("factor", "value", "diplomacy", "when");
    private static final String HEADER = "factor\tvalue\tdiplomacy\twhen\n";

    private static Factors factors(String rows) {
        return Factors.parse(Table.parse("confidence.tsv", HEADER + rows, COLUMNS));
    }

    private static String every() {
        return Arrays.stream(Factor.values())
                .map(factor -> factor + "\t0.5\t0.7\talways\n")
                .collect(Collectors.joining());
    }

    @Test
    void shouldReadTheValueAndTheMeaningOfEachFactor() {
        Factors factors = factors(every());

        assertThat(factors.value(Factor.LOOSE)).isEqualTo(0.5);
        assertThat(factors.diplomaticValue(Factor.LOOSE)).isEqualTo(0.7);
        assertThat(factors.meaning(Factor.LOOSE)).isEqualTo("always");
    }

    @Test
    void shouldNameTheLineOfAValueThatIsNone() {
        assertThatThrownBy(() -> factors("BASE\t1.5\t1\talways\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("1.5");
    }

    @Test
    void shouldNameTheFactorThatIsMissing() {
        assertThatThrownBy(() -> factors("BASE\t0.9\t1\talways\n")).hasMessageContaining("no row for FLOOR");
    }

    @Test
    void shouldRefuseAFactorThatStandsTwice() {
        assertThatThrownBy(() -> factors(every() + "BASE\t0.9\t1\talways\n")).hasMessageContaining("a second time");
    }
}
