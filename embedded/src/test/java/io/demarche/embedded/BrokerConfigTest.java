package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {
    private static final Map<String, String> CONFIG = BrokerConfig.of(Path.of("/data/log"), new Ports(9092, 9093));

    @Test
    void shouldNameOnlySettingsThatKafkaKnows() {
        assertThat(KafkaConfig.configDef().names()).containsAll(CONFIG.keySet());
    }

    @Test
    void shouldListenOnLoopbackAlone() {
        assertThat(CONFIG)
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:9092");
    }

    @Test
    void shouldCreateNoTopicThatNobodyCreated() {
        assertThat(CONFIG).containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void shouldNotSwitchOffControlledShutdown() {
        assertThat(CONFIG).doesNotContainKey("controlled.shutdown.enable");
    }
}
