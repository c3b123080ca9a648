package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    private static final String VISIT = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Visit\\",\\"fields\\":[]}"}""";
    private static final String NOTE = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Note\\",\\"fields\\":[]}"}""";

    private EmbeddedBroker broker;

    @TempDir
    private Path data;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.on(data.resolve("broker")));
    }

    @AfterEach
    void closeBroker() {
        broker.close();
    }

    @Test
    void shouldKnowItsSchemasAfterARestart() throws Exception {
        EmbeddedRegistry first = startRegistry();
        RegistryCalls.post(first, "/subjects/visits-value/versions", VISIT);
        RegistryCalls.post(first, "/subjects/notes-value/versions", NOTE);
        first.close();

        EmbeddedRegistry second = startRegistry();

        assertThat(RegistryCalls.post(second, "/subjects/notes-value", NOTE).body())
                .contains("\"id\":2", "\"version\":1");
        second.close();
    }

    @Test
    void shouldKnowItsLevelsAfterARestart() throws Exception {
        EmbeddedRegistry first = startRegistry();
        RegistryCalls.put(first, "/config/visits-value", "{\"compatibility\": \"FULL\"}");
        first.close();

        EmbeddedRegistry second = startRegistry();

        assertThat(RegistryCalls.get(second, "/config/visits-value").body())
                .isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
        second.close();
    }

    @Test
    void shouldWriteNoMoreOnceAnotherRegistryTookOver() throws Exception {
        EmbeddedRegistry first = startRegistry();
        EmbeddedRegistry second = startRegistry();
        RegistryCalls.post(second, "/subjects/visits-value/versions", VISIT);

        var answer = RegistryCalls.post(first, "/subjects/notes-value/versions", NOTE);

        assertThat(answer.body()).contains("taken over by another registry");
        assertThat(answer.statusCode()).isEqualTo(500);
        first.close();
        second.close();
    }

    @Test
    void shouldTakeSchemasAgainAfterAnOutageOfTheBroker() throws Exception {
        EmbeddedRegistry registry = EmbeddedRegistry.start(new EmbeddedRegistry.Settings(
                Optional.of(Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "max.block.ms",
                        "1000",
                        "request.timeout.ms",
                        "500",
                        "delivery.timeout.ms",
                        "1000")),
                0));
        RegistryCalls.post(registry, "/subjects/visits-value/versions", VISIT);
        broker.close();

        var during = RegistryCalls.post(registry, "/subjects/notes-value/versions", NOTE);
        int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
        broker = EmbeddedBroker.start(
                EmbeddedBroker.Settings.on(data.resolve("broker")).withPort(port));

        assertThat(during.statusCode()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(RegistryCalls.post(registry, "/subjects/notes-value/versions", NOTE)
                                .body())
                        .contains("\"id\":2"));
        registry.close();
    }

    @Test
    void shouldRefuseATopicThatHoldsOtherRecords() throws Exception {
        startRegistry().close();
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(SchemaTopic.NAME, "a greeting", "hello"))
                    .get();
        }

        assertThatThrownBy(this::startRegistry)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("schema topic _schemas on " + broker.bootstrapServers())
                .hasMessageContaining("at offset 0")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldRefuseATopicThatWouldForget() throws Exception {
        createTopic(1, "delete");

        assertThatThrownBy(this::startRegistry)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("cleanup.policy=delete");
    }

    @Test
    void shouldRefuseATopicWithoutAnOrder() throws Exception {
        createTopic(2, "compact");

        assertThatThrownBy(this::startRegistry)
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("has 2 partitions");
    }

    @Test
    void shouldSayThatNoBrokerAnswers() {
        int closed = Ports.choose(0, 0).client();
        EmbeddedRegistry.Settings settings = new EmbeddedRegistry.Settings(
                Optional.of(Map.of("bootstrap.servers", "127.0.0.1:" + closed, "default.api.timeout.ms", "1000")), 0);

        assertThatThrownBy(() -> EmbeddedRegistry.start(settings))
                .isInstanceOf(DemarcheException.class)
                .hasMessageContaining("127.0.0.1:" + closed + " cannot be opened: no broker answered within 1000 ms")
                .hasMessageNotContaining("\n");
    }

    private EmbeddedRegistry startRegistry() {
        return EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()));
    }

    private void createTopic(int partitions, String cleanup) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(SchemaTopic.NAME, Optional.of(partitions), Optional.empty())
                            .configs(Map.of("cleanup.policy", cleanup))))
                    .all()
                    .get();
        }
    }
}
