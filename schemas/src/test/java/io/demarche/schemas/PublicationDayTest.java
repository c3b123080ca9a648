package io.demarche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDayTest {
    @ParameterizedTest
    @CsvSource({
        "2023-12-27T23:00:00Z, 540, 2023-12-28",
        "2023-12-27T02:00:00Z, -300, 2023-12-26",
        "2023-12-27T02:00:00Z, 0, 2023-12-27",
        "2023-12-27T02:00:00Z, 100000, 2023-12-27",
        "2023-12-27T02:00:00Z, -2147483648, 2023-12-27"
    })
    void shouldBeThePublishersOwn(Instant time, int offset, LocalDate day) {
        assertThat(PublicationDay.of(time, offset)).isEqualTo(day);
    }
}
