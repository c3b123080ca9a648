package io.demarche.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerSettingsTest {
    @Test
    void shouldHaveDefaultsThatLoseNothing() {
        assertThat(ConsumerSettings.of("localhost:9092", "mock://x", "alerts").kafka())
                .containsEntry("group.id", "alerts")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("session.timeout.ms", "10000");
    }

    @Test
    void shouldLetPropertiesWin() {
        assertThat(new ConsumerSettings("localhost:9092", "mock://x", "alerts", Map.of("session.timeout.ms", "6000"))
                        .kafka())
                .containsEntry("session.timeout.ms", "6000");
    }

    @ParameterizedTest
    @CsvSource({
        "isolation.level, read_uncommitted",
        "enable.auto.commit, true",
        "group.id, x",
        "value.deserializer, x",
        "bootstrap.servers, x"
    })
    void shouldNameThePropertyThatMayNotBeSet(String name, String value) {
        assertThatThrownBy(() -> new ConsumerSettings("localhost:9092", "mock://x", "alerts", Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void shouldNameTheGroupThatIsMissing() {
        assertThatThrownBy(() -> ConsumerSettings.of("localhost:9092", "mock://x", ""))
                .hasMessageStartingWith("group.id");
    }
}
