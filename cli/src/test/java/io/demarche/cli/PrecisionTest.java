package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void shouldGiveWilsonsInterval() {
        Precision precision = new Precision(8, 10);

        assertThat(precision.from()).isCloseTo(0.4902, within(0.0001));
        assertThat(precision.to()).isCloseTo(0.9433, within(0.0001));
        assertThat(precision.text()).isEqualTo("0.80 (0.49 to 0.94)");
    }

    @Test
    void shouldStayWithinZeroAndOneWhereAllWereRightOrWrong() {
        assertThat(new Precision(3, 3).to()).isEqualTo(1);
        assertThat(new Precision(3, 3).from()).isCloseTo(0.4385, within(0.0001));
        assertThat(new Precision(0, 3).from()).isZero();
    }

    @Test
    void shouldSayThatNothingWasJudged() {
        assertThat(new Precision(0, 0).text()).isEqualTo("not judged");
    }
}
