package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The many ways in which news words what states say, plan and do together, and those that only sound alike. */
class CooperationSentencesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentences")
    void shouldCodeTheseActsAndNoOthersWhenTheSentenceIsRead(List<String> acts, String sentence) {
        assertThat(Coding.mentions(sentence).stream()
                        .map(m ->
                                m.getSource().getCountry() + ">" + m.getTarget().getCountry() + " "
                                        + m.getCameoCode().substring(0, 2)))
                .containsExactlyInAnyOrderElementsOf(acts);
    }

    static Stream<Arguments> sentences() {
        return SentenceTable.read("cooperation-sentences.tsv");
    }
}
