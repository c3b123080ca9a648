package io.demarche.coder.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MoveWeightsTest {
    private static final int KEY_SHIFT = 24;
    /** Of the same home as the key 5, as only their upper bits differ. */
    private static final int LIKE_FIVE = 5 + (1 << 21);

    @Test
    void shouldAddTheWeightsOfTheFeatures() throws IOException {
        MoveWeights weights = weights(new int[] {5, 9}, new int[][] {{1, -4000, 30}, {0, 7, -63}});

        assertThat(scores(weights, 5, 9, 9)).containsExactly(1, -3986, -96);
    }

    @Test
    void shouldKnowNothingOfOtherFeatures() throws IOException {
        MoveWeights weights = weights(new int[] {5}, new int[][] {{1, 2, 3}});

        assertThat(scores(weights, 4, 6, LIKE_FIVE)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldTellFeaturesOfOneHomeApart() throws IOException {
        MoveWeights weights = weights(new int[] {5, LIKE_FIVE}, new int[][] {{1, 2, 3}, {10, 20, -30}});

        assertThat(scores(weights, LIKE_FIVE)).containsExactly(10, 20, -30);
        assertThat(scores(weights, 5)).containsExactly(1, 2, 3);
    }

    @Test
    void shouldRefuseAWeightThatHasNoRoom() {
        assertThatThrownBy(() -> weights(new int[] {5}, new int[][] {{4096, 0, 0}}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4096");
    }

    private static int[] scores(MoveWeights weights, long... keys) {
        Features features = new Features();
        for (long key : keys) {
            features.hashes[features.size++] = key << KEY_SHIFT;
        }
        int[] scores = new int[3];
        weights.score(features, scores);
        return scores;
    }

    /** As the file has them: keys as differences, weights as pairs of class and zigzag value. */
    private static MoveWeights weights(int[] keys, int[][] weights) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(3);
        out.writeInt(keys.length);
        long before = Weights.BEFORE_FIRST_KEY;
        for (int key : keys) {
            variable(out, key - before);
            before = key;
        }
        for (int[] row : weights) {
            out.writeByte(row.length);
            for (int c = 0; c < row.length; c++) {
                out.writeByte(c);
                variable(out, row[c] << 1 ^ row[c] >> 31);
            }
        }
        return MoveWeights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static void variable(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while (rest > 0x7f) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }
}
