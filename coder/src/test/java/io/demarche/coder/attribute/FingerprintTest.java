package io.demarche.coder.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static String text(int seed) {
        return IntStream.range(0, 400)
                .mapToObj(i -> "word" + (i * 7919L * seed % 5003))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldNotMindCaseAndPunctuation() {
        assertThat(Fingerprint.of("Norway expelled two diplomats, it said."))
                .isEqualTo(Fingerprint.of("NORWAY  expelled two\ndiplomats: it said"));
    }

    @Test
    void shouldLieFarApartWhenTextsHaveNothingInCommon() {
        assertThat(Long.bitCount(Fingerprint.of(text(3)) ^ Fingerprint.of(text(11))))
                .isGreaterThan(15);
    }

    @Test
    void shouldLieCloseWhenACopyChangesItsLastWord() {
        assertThat(Long.bitCount(Fingerprint.of(text(3)) ^ Fingerprint.of(text(3) + " agency")))
                .isLessThanOrEqualTo(3);
    }

    @Property
    void shouldDependOnTheTextAlone(@ForAll String text) {
        assertThat(Fingerprint.of(text)).isEqualTo(Fingerprint.of(text));
    }
}
