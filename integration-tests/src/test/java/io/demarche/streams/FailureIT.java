package io.demarche.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.Topics;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    private final TestCluster cluster = new TestCluster();

    @TempDir
    private Path stateDir;

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void shouldDeadLetterAPoisonRecordWithItsOriginWhileTheRestFlows() {
        List<RawArticle> articles = NewsFlow.articles(40);
        cluster.tick(NewsFlow.AS_OF);
        cluster.produce(articles.subList(0, 20));
        cluster.produceBytes(Topics.RAW_ARTICLES, "poison", "no record".getBytes(UTF_8));
        cluster.produce(articles.subList(20, 40));

        try (DemarcheStreams streams = start()) {
            awaitAlerts(articles);

            ConsumerRecord<byte[], byte[]> letter = onlyDeadLetter();
            assertThat(letter.value()).asString(UTF_8).isEqualTo("no record");
            assertThat(header(letter, "__streams.errors.topic")).isEqualTo("raw-articles");
            assertThat(header(letter, "__streams.errors.offset")).matches("\\d+");
            assertThat(header(letter, "__streams.errors.partition")).matches("\\d+");
            assertThat(header(letter, "__streams.errors.exception")).endsWith("SerializationException");
            assertThat(streams.counters().get(Count.ARTICLES)).isEqualTo(40);
            assertThat(streams.counters().deadLetters("raw-articles")).isEqualTo(1);
        }
    }

    @Test
    void shouldDeadLetterAPoisonRecordAsLargeAsTheTopicTakes() {
        byte[] large = new byte[1_048_000];
        cluster.produceBytes(Topics.RAW_ARTICLES, "poison", large);

        try (DemarcheStreams streams = start()) {
            assertThat(onlyDeadLetter().value()).hasSize(large.length);
            assertThat(streams.counters().deadLetters()).isEqualTo(1);
        }
    }

    @Test
    void shouldWaitForARegistryThatIsDownAtTheStart() {
        List<RawArticle> articles = NewsFlow.articles(30);
        cluster.tick(NewsFlow.AS_OF);
        cluster.produce(articles);
        cluster.stopRegistry();

        try (DemarcheStreams streams = start()) {
            await().atMost(LONG).until(() -> streams.outages() >= 2);
            assertThat(streams.health().alive()).isTrue();
            assertThat(cluster.committed(Topics.EVENT_MENTIONS)).isEmpty();

            cluster.restartRegistry();

            awaitAlerts(articles);
            assertThat(cluster.committed(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(streams.counters().get(Count.ARTICLES)).isEqualTo(30);
        }
    }

    @Test
    void shouldLoseNothingWhenTheRegistryIsDownMidRun() {
        List<RawArticle> articles = NewsFlow.articles(60);
        cluster.tick(NewsFlow.AS_OF);
        cluster.produce(articles.subList(0, 20));
        try (DemarcheStreams streams = start()) {
            await().atMost(LONG).until(() -> streams.counters().get(Count.ARTICLES) == 20);

            cluster.stopRegistry();
            // Bytes of a schema that no cache knows: only the registry can tell whether they are good.
            cluster.produceBytes(Topics.RAW_ARTICLES, "strange", new byte[] {0, 0, 0, 3, 99, 1, 2, 3});
            await().atMost(LONG).until(() -> streams.outages() >= 2);
            assertThat(cluster.committed(Topics.DEAD_LETTERS)).isEmpty();
            cluster.restartRegistry();
            cluster.produce(articles.subList(20, 60));

            awaitAlerts(articles);
            assertThat(onlyDeadLetter().key()).asString(UTF_8).isEqualTo("strange");
            assertThat(streams.counters().get(Count.ARTICLES)).isEqualTo(60);
        }
    }

    @Test
    void shouldSayThatATransactionWasFencedAndDoItsWorkAgain() throws Exception {
        List<RawArticle> articles = NewsFlow.articles(60);
        cluster.tick(NewsFlow.AS_OF);
        cluster.produce(articles.subList(0, 20));
        try (DemarcheStreams streams = start()) {
            awaitAlerts(articles.subList(0, 20));

            cluster.fenceTransactions();
            cluster.produce(articles.subList(20, 60));

            awaitAlerts(articles);
            assertThat(streams.counters().get(Count.FENCED)).isPositive();
            assertThat(streams.counters().get(Count.ARTICLES)).isEqualTo(60);
        }
    }

    @Test
    void shouldCloseAtOnceWhileAServerIsOut() {
        cluster.produce(NewsFlow.articles(5));
        cluster.stopRegistry();
        DemarcheStreams streams = start(Map.of("demarche.outage.backoff.max.ms", "600000"));
        await().atMost(LONG).until(() -> streams.outages() >= 1);

        streams.close();

        assertThat(streams.state()).isEqualTo(State.NOT_RUNNING);
    }

    private void awaitAlerts(List<RawArticle> articles) {
        Outcome expected = NewsFlow.assessed(articles);
        await().atMost(LONG).untilAsserted(() -> assertThat(cluster.outcome()).isEqualTo(expected));
    }

    private ConsumerRecord<byte[], byte[]> onlyDeadLetter() {
        await().atMost(LONG).until(() -> !cluster.committed(Topics.DEAD_LETTERS).isEmpty());
        List<ConsumerRecord<byte[], byte[]>> letters = cluster.committed(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private DemarcheStreams start() {
        return start(Map.of());
    }

    private DemarcheStreams start(Map<String, String> more) {
        DemarcheStreams streams =
                new DemarcheStreams(cluster.settings(stateDir, more), new LineCoder(), TopologyDriver.LADDER);
        streams.start();
        return streams;
    }
}
