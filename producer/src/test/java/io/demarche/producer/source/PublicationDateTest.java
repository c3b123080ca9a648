package io.demarche.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2023-12-28, 2023-12-28T00:00:00Z",
        "2023-12-28T09:30:00Z, 2023-12-28T09:30:00Z",
        "2023-12-28T09:30Z, 2023-12-28T09:30:00Z",
        "2023-12-28T01:30:00+02:00, 2023-12-27T23:30:00Z",
        "2023-12-28T09:30:00, 2023-12-28T09:30:00Z",
        "2023-12-28 09:30:00, 2023-12-28T09:30:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z"
    })
    void shouldReadIsoDatesAndTakeUtcWhereNoOffsetIsStated(String text, Instant expected) {
        assertThat(PublicationDate.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "28.12.2023", "2023-13-01", "2023-02-30", "2023-12-28T25:00:00Z", "1703721600"})
    void shouldSayWhatWasExpectedWhereTheTextIsNoDate(String text) {
        assertThatThrownBy(() -> PublicationDate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("2023-12-28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T00:00:00Z", "-0044-03-15T00:00:00Z"})
    void shouldRefuseYearsThatNoRecordHolds(String text) {
        assertThatThrownBy(() -> PublicationDate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
