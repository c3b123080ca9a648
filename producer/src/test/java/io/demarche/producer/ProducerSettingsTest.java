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
        ProducerSettings settings = ProducerSettings.of("localhost:9092", "mock://x");

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "localhost:9092"),
                        Map.entry("client.id", "demarche-producer"),
                        Map.entry("batch.size", 262_144),
                        Map.entry("linger.ms", 20L),
                        Map.entry("compression.type", "lz4"),
                        Map.entry("buffer.memory", 67_108_864L),
                        Map.entry("delivery.timeout.ms", 120_000),
                        Map.entry("max.block.ms", 60_000L),
                        Map.entry("max.request.size", 1_048_576),
                        Map.entry("acks", "all"),
                        Map.entry("enable.idempotence", true));
        assertThat(settings.serde()).containsOnly(Map.entry("schema.registry.url", "mock://x"));
    }

    @Test
    void shouldMapEveryProperty() {
        ProducerSettings settings = ProducerSettings.of(
                "broker:1",
                "mock://x",
                Map.ofEntries(
                        Map.entry("client.id", "mine"),
                        Map.entry("batch.size", "1000"),
                        Map.entry("linger.ms", "5"),
                        Map.entry("compression.type", "zstd"),
                        Map.entry("buffer.memory", "2000"),
                        Map.entry("delivery.timeout.ms", "30000"),
                        Map.entry("max.block.ms", "400"),
                        Map.entry("max.request.size", "20000"),
                        Map.entry("acks", "-1"),
                        Map.entry("enable.idempotence", "true"),
                        Map.entry("security.protocol", "SSL")));

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker:1"),
                        Map.entry("client.id", "mine"),
                        Map.entry("batch.size", 1000),
                        Map.entry("linger.ms", 5L),
                        Map.entry("compression.type", "zstd"),
                        Map.entry("buffer.memory", 2000L),
                        Map.entry("delivery.timeout.ms", 30_000),
                        Map.entry("max.block.ms", 400L),
                        Map.entry("max.request.size", 20_000),
                        Map.entry("acks", "-1"),
                        Map.entry("enable.idempotence", true),
                        Map.entry("security.protocol", "SSL"));
        assertThat(settings.deliveryTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.largestRecord()).isEqualTo(20_000);
        assertThat(settings.bootstrapServers()).isEqualTo("broker:1");
    }

    @Test
    void shouldHandThePropertiesToTheSerdeToo() {
        assertThat(ProducerSettings.of("localhost:9092", "mock://x", Map.of("auto.register.schemas", "false"))
                        .serde())
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
        "delivery.timeout.ms, 0",
        "max.request.size, 99999999999",
        "compression.type, rar"
    })
    void shouldNameThePropertyThatMayNotBeSet(String name, String value) {
        assertThatThrownBy(() -> ProducerSettings.of("localhost:9092", "mock://x", Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting " + name + " ");
    }

    @Test
    void shouldNameTheServersThatAreMissing() {
        assertThatThrownBy(() -> ProducerSettings.of(" ", "mock://x"))
                .hasMessage("setting bootstrap.servers must not be empty");
    }
}
