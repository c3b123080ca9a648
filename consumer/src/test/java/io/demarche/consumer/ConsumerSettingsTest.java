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
        ConsumerSettings settings = ConsumerSettings.of("localhost:9092", "mock://x", null, Map.of());

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "localhost:9092"),
                        Map.entry("client.id", "demarche-consumer"),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("session.timeout.ms", 10_000),
                        Map.entry("heartbeat.interval.ms", 3_000),
                        Map.entry("max.poll.records", 500),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", false));
        assertThat(settings.groupId()).isNull();
        assertThat(settings.serde()).containsOnly(Map.entry("schema.registry.url", "mock://x"));
    }

    @Test
    void shouldMapEveryProperty() {
        ConsumerSettings settings = ConsumerSettings.of(
                "broker:1",
                "mock://x",
                "alerts",
                Map.of(
                        "client.id", "mine",
                        "auto.offset.reset", "latest",
                        "session.timeout.ms", "6000",
                        "heartbeat.interval.ms", "100",
                        "max.poll.records", "7",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "group.instance.id", "one"));

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker:1"),
                        Map.entry("group.id", "alerts"),
                        Map.entry("client.id", "mine"),
                        Map.entry("auto.offset.reset", "latest"),
                        Map.entry("session.timeout.ms", 6_000),
                        Map.entry("heartbeat.interval.ms", 100),
                        Map.entry("max.poll.records", 7),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", false),
                        Map.entry("group.instance.id", "one"));
        assertThat(settings.groupId()).isEqualTo("alerts");
        assertThat(settings.bootstrapServers()).isEqualTo("broker:1");
        assertThat(settings.serde())
                .containsOnly(Map.entry("schema.registry.url", "mock://x"), Map.entry("group.instance.id", "one"));
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
        assertThatThrownBy(() -> ConsumerSettings.of("localhost:9092", "mock://x", "alerts", Map.of(name, value)))
                .isInstanceOf(DemarcheException.class)
                .hasMessageStartingWith("setting " + name + " ");
    }

    @Test
    void shouldNameTheGroupThatIsMissing() {
        assertThatThrownBy(() -> ConsumerSettings.of("localhost:9092", "mock://x", " "))
                .hasMessage("setting group.id must not be empty");
    }
}
