package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.RawArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance that holds warm copies takes over from one that is killed, whether its stores write through a cache or not. */
class StandbyIT {
    private static final Duration LONG = Duration.ofSeconds(240);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0", "10000000"})
    void shouldTakeOverWhatWasKilled(String cacheBytes) {
        List<RawArticle> articles = NewsFlow.articles(300);
        Outcome expected = NewsFlow.assessed(articles);

        try (TestCluster cluster = new TestCluster();
                StreamsProcess first = instance(cluster, "one", cacheBytes);
                StreamsProcess second = instance(cluster, "two", cacheBytes)) {
            cluster.tick(NewsFlow.AS_OF);
            cluster.produce(articles.subList(0, 200));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(cluster.outcome()).isEqualTo(NewsFlow.assessed(articles.subList(0, 200))));

            first.kill();
            cluster.produce(articles.subList(200, 300));

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cluster.outcome()).isEqualTo(expected));
            assertThat(second.isAlive()).isTrue();
        }
    }

    private StreamsProcess instance(TestCluster cluster, String name, String cacheBytes) {
        return StreamsProcess.start(cluster.settingsMap(
                directory.resolve(name),
                Map.of("num.standby.replicas", "1", "statestore.cache.max.bytes", cacheBytes)));
    }
}
