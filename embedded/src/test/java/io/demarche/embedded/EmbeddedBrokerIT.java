package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.avro.RawArticle;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
    }

    @AfterAll
    static void closeBroker() {
        broker.close();
    }

    @Test
    void shouldTakeTheTopicsOfTheCatalogue() {
        try (TopicAdmin topics = TopicAdmin.connect(clientSettings())) {
            topics.createMissing();

            assertThat(topics.describe(TopicNames.LIVE))
                    .allSatisfy(topic -> assertThat(topic.deviations()).isEmpty());
        }
    }

    @Test
    void shouldTakeTheTopicsOfAPipelineApart() {
        TopicNames names = new TopicNames("again-");
        try (TopicAdmin topics = TopicAdmin.connect(clientSettings())) {
            assertThatThrownBy(() -> topics.requireAll(names))
                    .hasMessageContaining("again-raw-articles")
                    .hasMessageEndingWith("--prefix again-'");

            topics.createMissing(names, TopicAdmin.BROKER_DEFAULT);

            topics.requireAll(names);
            assertThat(topics.describe(names)).allSatisfy(topic -> {
                assertThat(topic.topic().name()).startsWith("again-");
                assertThat(topic.deviations()).isEmpty();
            });
        }
    }

    @Test
    void shouldTakeAsManyPartitionsAsAreAskedFor() {
        TopicNames names = new TopicNames("many-");
        try (TopicAdmin topics = TopicAdmin.connect(clientSettings())) {
            topics.createMissing(names, TopicAdmin.BROKER_DEFAULT, OptionalInt.of(24));

            assertThat(topics.requireAsManyPartitions(names)).isEqualTo(24);
            assertThat(topics.describe(names))
                    .allSatisfy(topic -> assertThat(topic.deviations()).isEmpty());
        }
    }

    @Test
    void shouldCarryARecordWithItsSchema() throws Exception {
        RawArticle sent = Articles.numbered(1);
        try (EmbeddedRegistry registry =
                        EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()));
                TopicAdmin topics = TopicAdmin.connect(clientSettings());
                Producer<String, RawArticle> producer = Articles.producer(broker, registry)) {
            topics.createMissing();
            producer.send(new ProducerRecord<>(Topics.RAW_ARTICLES.name(), sent.getArticleId(), sent))
                    .get();

            List<RawArticle> read = Articles.readAll(broker, registry);

            assertThat(read).containsExactly(sent);
        }
    }

    @Test
    void shouldCreateNoTopicUnasked() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-this"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(admin.listTopics().names().get()).doesNotContain("nobody-made-this");
        }
    }

    @Test
    void shouldListenOnLoopback() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get())
                    .singleElement()
                    .satisfies(node -> assertThat(node.host()).isEqualTo("127.0.0.1"));
        }
    }

    @Test
    void shouldNameThePortThatIsInUse(@TempDir Path data) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            EmbeddedBroker.Settings settings = EmbeddedBroker.Settings.on(data).withPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("broker port " + taken.getLocalPort() + " is in use")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void shouldStartOnADirectoryThatItFailedToStartOn(@TempDir Path data) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            EmbeddedBroker.Settings settings = EmbeddedBroker.Settings.on(data).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedBroker.start(settings)).isInstanceOf(DemarcheException.class);
        }

        EmbeddedBroker second = EmbeddedBroker.start(EmbeddedBroker.Settings.on(data));

        assertThat(second.bootstrapServers()).startsWith("127.0.0.1:");
        second.close();
    }

    @Test
    void shouldSayInTimeThatNoBrokerAnswers() throws Exception {
        int closed = Ports.choose(0, 0).client();
        Map<String, String> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + closed, "default.api.timeout.ms", "1000");

        long begin = System.nanoTime();
        try (TopicAdmin topics = TopicAdmin.connect(settings)) {
            assertThatThrownBy(topics::createMissing)
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining("127.0.0.1:" + closed)
                    .hasMessageNotContaining("\n");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    private static Map<String, String> clientSettings() {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    }
}
