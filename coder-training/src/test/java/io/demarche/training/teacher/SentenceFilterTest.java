package io.demarche.training.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceFilterTest {
    private final SentenceFilter filter = new SentenceFilter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry left at noon .",
                "\" We leave the old isle , \" she said .",
                "12 boats came back .",
                "Who mends the nets ?"
            })
    void shouldKeepSentences(String sentence) {
        assertThat(filter.accepts(List.of(sentence.split(" ")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ferry leaves .",
                "the ferry left at noon .",
                "The ferry left at noon",
                "FERRY LEAVES ISLAND AT NOON .",
                "Ferries 3 12 18 44 .",
                "See http://ferries.example for the times ."
            })
    void shouldLeaveOutWhatIsNoRunningText(String sentence) {
        assertThat(filter.accepts(List.of(sentence.split(" ")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {67, 500})
    void shouldLeaveOutTheEndless(int words) {
        String sentence = "The ferry" + " never".repeat(words) + " left .";

        assertThat(filter.accepts(List.of(sentence.split(" ")))).isFalse();
    }
}
