package io.demarche.coder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FractionsTest {
    @Property
    void shouldBeExponentialsToTheLastBit(
            @ForAll @IntRange(max = 40_000) int best, @ForAll @IntRange(max = 40_000) int below) {
        double most = best / (double) Weights.UNIT;
        double score = (best - below) / (double) Weights.UNIT;

        assertThat(Fractions.below(most - score)).isEqualTo(StrictMath.exp(score - most));
    }
}
