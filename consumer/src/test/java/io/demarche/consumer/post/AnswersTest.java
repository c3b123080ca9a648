package io.demarche.consumer.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.consumer.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2031-03-05T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void shouldTakeAnyTwoHundredForTaken(int status) {
        assertThat(Answers.outcome(status, Optional.empty(), NOW)).isEqualTo(new Outcome.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void shouldTakeABusyReceiverForAway(int status) {
        assertThat(Answers.outcome(status, Optional.empty(), NOW))
                .isEqualTo(new Outcome.Away("it answered " + status, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", " 90 ", "Wed, 5 Mar 2031 12:01:30 GMT"})
    void shouldReadHowLongToWait(String stated) {
        assertThat(Answers.outcome(429, Optional.of(stated), NOW))
                .isEqualTo(new Outcome.Away("it answered 429", Optional.of(NOW.plusSeconds(90))));
    }

    @Test
    void shouldBelieveADayAtMost() {
        assertThat(Answers.outcome(503, Optional.of("9999999"), NOW))
                .isEqualTo(new Outcome.Away("it answered 503", Optional.of(NOW.plus(Duration.ofDays(1)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3", ""})
    void shouldPassOverWhatCannotBeRead(String stated) {
        assertThat(Answers.outcome(503, Optional.of(stated), NOW))
                .isEqualTo(new Outcome.Away("it answered 503", Optional.empty()));
    }
}
