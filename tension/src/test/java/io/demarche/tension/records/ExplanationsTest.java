package io.demarche.tension.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExplanationsTest {
    /** Figures have four decimals at most. */
    @Property
    void shouldWriteFiguresAsAFormatDoes(@ForAll @IntRange(min = 0, max = 100_000_000) int tenThousandths) {
        double value = tenThousandths / 10_000.0;

        assertThat(Explanations.figure(value, 2)).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
        assertThat(Explanations.figure(value, 1)).isEqualTo(String.format(Locale.ROOT, "%.1f", value));
    }
}
