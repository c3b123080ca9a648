package io.demarche.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProducerSettingsTest {
    @Test
    void shouldHaveDefaultsThatLoseNothing() {
        assertThat(ProducerSettings.of("localhost:9092", "mock://x").kafka())
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("batch.size", "262144")
                .containsEntry("linger.ms", "20")
                .containsEntry("compression.type", "lz4");
    }

    @Test
    void shouldLetPropertiesWin() {
        ProducerSettings settings = new ProducerSettings(
                "localhost:9092", "mock://x", Map.of("linger.ms", "5", "delivery.timeout.ms", "30000"));

        assertThat(settings.kafka()).containsEntry("linger.ms", "5");
        assertThat(settings.deliveryTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldHandThePropertiesToTheSerdeToo() {
        assertThat(new ProducerSettings("localhost:9092", "mock://x", Map.of("auto.register.schemas", "false")).serde())
                .containsEntry("schema.registry.url", "mock://x")
                .containsEntry("auto.register.schemas", "false");
    }

    @ParameterizedTest
    @CsvSource({
        "acks, 1",
        "enable.idempotence, false",
        "key.serializer, x",
        "transactional.id, x",
        "bootstrap.servers, x",
        "delivery.timeout.ms, soon",
        "delivery.timeout.ms, 0"
    })
    void shouldNameThePropertyThatMayNotBeSet(String name, String value) {
        assertThatThrownBy(() -> new ProducerSettings("localhost:9092", "mock://x", Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void shouldNameTheServersThatAreMissing() {
        assertThatThrownBy(() -> ProducerSettings.of(" ", "mock://x")).hasMessageStartingWith("bootstrap.servers");
    }
}
