package io.demarche.training.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.demarche.coder.parse.Features;
import org.junit.jupiter.api.Test;

class PerceptronTest {
    private static final int CLASSES = 3;

    private final Perceptron perceptron = new Perceptron(CLASSES);
    private final float[] scores = new float[CLASSES];

    private static Features features(int... values) {
        Features features = new Features();
        for (int value : values) {
            features.add(1, value);
        }
        return features;
    }

    @Test
    void shouldTakeTheFirstOfClassesItKnowsNothingOf() {
        assertThat(perceptron.best(features(1, 2), scores)).isZero();
    }

    @Test
    void shouldKnowBetterAfterAMistake() {
        // when
        perceptron.learn(features(1, 2), 2, 0);

        // then
        assertThat(perceptron.best(features(1, 2), scores)).isEqualTo(2);
        assertThat(scores).containsExactly(-2, 0, 2);
    }

    @Test
    void shouldLearnNothingFromWhatWasRight() {
        // when
        perceptron.learn(features(1, 2), 1, 1);

        // then
        assertThat(perceptron.size()).isZero();
    }

    @Test
    void shouldAverageItsWeightsOverTheSteps() {
        // given: a weight of 1 during three of four steps
        perceptron.learn(features(1), 1, 0);
        perceptron.learn(features(2), 1, 1);
        perceptron.learn(features(2), 1, 1);

        // when
        perceptron.average();
        perceptron.score(features(1), scores);

        // then
        assertThat(scores[1]).isCloseTo(0.5f, within(1e-6f));
        assertThat(scores[0]).isCloseTo(-0.5f, within(1e-6f));
    }

    @Test
    void shouldKeepWhatItLearntWhenItGrows() {
        // given
        int many = 300_000;
        for (int i = 0; i < many; i++) {
            perceptron.learn(features(i), 1 + i % 2, 0);
        }

        // then
        assertThat(perceptron.size()).isEqualTo(many);
        for (int i = 0; i < many; i += 997) {
            assertThat(perceptron.best(features(i), scores)).isEqualTo(1 + i % 2);
        }
    }

    @Test
    void shouldNameOnlyFeaturesOfWeight() {
        // given
        perceptron.learn(features(1), 1, 0);
        perceptron.learn(features(1), 1, 0);
        perceptron.learn(features(2), 1, 0);

        // then
        assertThat(perceptron.keys(0)).hasSize(2).isSorted();
        assertThat(perceptron.keys(2)).hasSize(1);
        assertThat(perceptron.weight(perceptron.keys(2)[0], 1)).isEqualTo(2);
    }
}
