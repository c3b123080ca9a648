package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.monitoring.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path scratch;

    @Test
    void shouldBeAliveAndNotReadyUntilTheBrokerIsBack() {
        EmbeddedBroker.Settings kept = EmbeddedBroker.Settings.on(scratch.resolve("broker"));
        EmbeddedBroker broker = EmbeddedBroker.start(kept);
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral());
                TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            topics.createMissing();
            try (DemarcheStreams streams = start(broker, registry)) {
                await().atMost(LONG).until(() -> streams.health().equals(Health.RUNNING));

                broker.close();

                await().atMost(LONG).until(() -> streams.health().equals(Health.waiting("BROKER_AWAY")));
                int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
                broker = EmbeddedBroker.start(kept.withPort(port));
                await().atMost(LONG).until(() -> streams.health().equals(Health.RUNNING));
            }
        } finally {
            broker.close();
        }
    }

    private DemarcheStreams start(EmbeddedBroker broker, EmbeddedRegistry registry) {
        DemarcheStreams streams = new DemarcheStreams(
                StreamsSettings.from(Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "schema.registry.url",
                        registry.url(),
                        "state.dir",
                        scratch.resolve("state").toString())),
                new LineCoder(),
                TopologyDriver.LADDER);
        assertThat(streams.health().ready()).isFalse();
        streams.start();
        return streams;
    }
}
