package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The many ways in which news words a hostile act, and those in which it uses the same words for something else. */
class ConflictSentencesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentences")
    void shouldCodeTheseActsAndNoOthersWhenTheSentenceIsRead(List<String> acts, String sentence) {
        assertThat(Coding.mentions(sentence).stream()
                        .map(m ->
                                m.getSource().getCountry() + ">" + m.getTarget().getCountry() + " " + m.getEventType()))
                .containsExactlyInAnyOrderElementsOf(acts);
    }

    static Stream<Arguments> sentences() {
        return SentenceTable.read("conflict-sentences.tsv");
    }
}
