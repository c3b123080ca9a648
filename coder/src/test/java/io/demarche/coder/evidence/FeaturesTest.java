package io.demarche.coder.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final int MANY = 1_000;

    @Test
    void shouldGiveEachFeatureOnce() {
        Features features = new Features();
        features.add("word", "envoy");
        features.add("word", "embassy");
        features.add("word", "envoy");

        assertThat(features.take()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void shouldStartAnewOnceTheyWereTaken() {
        Features features = new Features();
        features.add("word", "envoy");
        int[] first = features.take();
        features.add("word", "envoy");

        assertThat(features.take()).isEqualTo(first);
        assertThat(features.take()).isEmpty();
    }

    @Test
    void shouldGiveEachOfManyOnce() {
        Features features = new Features();
        for (int i = 0; i < 2 * MANY; i++) {
            features.add("number", Integer.toString(i % MANY));
        }

        assertThat(features.take()).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeInFeaturesThatWereTakenBefore() {
        Features features = new Features();
        features.add("word", "envoy", "n");
        int[] taken = features.take();
        features.add("word", "envoy", "n");
        features.addAll(taken);

        assertThat(features.take()).isEqualTo(taken);
    }
}
