package io.demarche.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> {
            String[] cells = line.split("\t", -1);
            List<String> acts = cells[0].isEmpty() ? List.of() : List.of(cells[0].split("; "));
            return Arguments.of(acts, cells[1]);
        });
    }

    private static Stream<String> lines() {
        try (InputStream in = ConflictSentencesTest.class.getResourceAsStream("conflict-sentences.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
