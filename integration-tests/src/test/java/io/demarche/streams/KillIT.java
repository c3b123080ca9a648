package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    private static final Duration LONG = Duration.ofSeconds(120);

    private final TestCluster cluster = new TestCluster();

    @TempDir
    private Path stateDir;

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void shouldGiveTheSameAlertsWhenKilledInTheMiddleOfTheWork() {
        List<RawArticle> articles = NewsFlow.articles(600);
        Outcome expected = NewsFlow.assessed(articles);
        Map<String, String> settings = cluster.settingsMap(stateDir, Map.of("group.instance.id", "one"));
        cluster.tick(NewsFlow.AS_OF);
        cluster.produce(articles);

        try (StreamsProcess first = StreamsProcess.start(settings)) {
            await().atMost(LONG)
                    .until(() -> !cluster.committed(Topics.ESCALATION_ALERTS).isEmpty());
            first.kill();
        }
        assertThat(cluster.outcome()).as("work was in flight").isNotEqualTo(expected);
        try (StreamsProcess second = StreamsProcess.start(settings)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cluster.outcome()).isEqualTo(expected));
            assertThat(second.isAlive()).isTrue();
        }

        assertThat(cluster.alerts())
                .extracting(alert -> alert.getAlertId() + " " + alert.getRevision())
                .doesNotHaveDuplicates();
    }
}
