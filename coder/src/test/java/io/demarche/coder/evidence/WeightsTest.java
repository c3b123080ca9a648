package io.demarche.coder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final int[] FEATURES = {-900, -3, 7, 2_000_000_000};
    private static final double[][] FITTED = {{0.5, -0.25}, {0.001, 0}, {1.0, 0}, {0, 100_000}};

    @Test
    void shouldAddWhatTheFeaturesWeigh() {
        Weights weights = Weights.of(FEATURES, FITTED, 2, 1);

        assertThat(weights.scores(new int[] {-900, 7}, new int[] {7})).containsExactly(2.5, -0.25);
    }

    @Test
    void shouldKnowNothingOfOtherFeatures() {
        assertThat(Weights.of(FEATURES, FITTED, 2, 1).scores(new int[] {8, 0, Integer.MAX_VALUE}))
                .containsExactly(0, 0);
    }

    @Test
    void shouldLeaveOutWhatWeighsNextToNothing() {
        assertThat(Weights.of(FEATURES, FITTED, 2, 2).scores(new int[] {-3})).containsExactly(0, 0);
    }

    @Test
    void shouldKeepWeightsWithinTheirRange() {
        assertThat(Weights.of(FEATURES, FITTED, 2, 1).scores(new int[] {2_000_000_000})[1])
                .isEqualTo(Short.MAX_VALUE / (double) Weights.UNIT);
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        Weights weights = Weights.of(FEATURES, FITTED, 2, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        weights.write(new DataOutputStream(bytes));

        Weights read = Weights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.scores(FEATURES)).isEqualTo(weights.scores(FEATURES));
    }
}
