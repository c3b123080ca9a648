package io.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextStepTest {
    @Test
    void shouldNotSayThatNothingIsAtWorkWhereItCannotLook() {
        Map<String, String> nobody = Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "1500");

        assertThat(NextStep.afterSending(nobody, "", Instant.now()))
                .startsWith("whether a streams application is at work cannot be seen")
                .contains("'demarche pairs'");
    }
}
