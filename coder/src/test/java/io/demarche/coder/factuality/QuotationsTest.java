package io.demarche.coder.factuality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationsTest {

    private static boolean isQuoted(String body, String word) {
        return Quotations.of(body).isQuoted(body.indexOf(word));
    }

    @Test
    void shouldSeeWhatStandsBetweenStraightMarks() {
        String body = "He said \"we are leaving\" and left.";
        assertThat(isQuoted(body, "leaving")).isTrue();
        assertThat(isQuoted(body, "left")).isFalse();
        assertThat(isQuoted(body, "said")).isFalse();
    }

    @Test
    void shouldSeeWhatStandsBetweenTypographicMarks() {
        String body = "He said \u201cwe are leaving\u201d and left.";
        assertThat(isQuoted(body, "leaving")).isTrue();
        assertThat(isQuoted(body, "left")).isFalse();
    }

    @Test
    void shouldEndAQuotationAtTheEndOfItsParagraph() {
        String body = "\"We are leaving.\n\nThe minister left.";
        assertThat(isQuoted(body, "leaving")).isTrue();
        assertThat(isQuoted(body, "minister")).isFalse();
    }
}
