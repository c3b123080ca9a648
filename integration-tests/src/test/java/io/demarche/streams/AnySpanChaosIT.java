package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve years of news in an order of chance, while instances come and are killed, end with what assess gives. */
class AnySpanChaosIT {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int KEPT = 4_500;

    private final TestCluster cluster = new TestCluster(3);

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void shouldEndWithWhatAssessGives() {
        Random random = new Random(12);
        List<RawArticle> articles = YearsOfNews.articles(random, 400, 4_380);
        Outcome expected = Outcome.of(YearsOfNews.assessed(articles, TopologyDriver.LADDER.keeping(KEPT)));
        List<RawArticle> disturbed = YearsOfNews.disturbed(articles, random);
        int half = disturbed.size() / 2;

        try (StreamsProcess first = instance("one");
                StreamsProcess second = instance("two")) {
            LocalDate newest = send(disturbed.subList(0, half), LocalDate.MIN);
            await().atMost(LONG)
                    .until(() -> !cluster.committed(Topics.ESCALATION_ALERTS).isEmpty());
            first.kill();
            send(disturbed.subList(half, disturbed.size()), newest);
            try (StreamsProcess again = instance("one")) {
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(cluster.outcome()).isEqualTo(expected));
                assertThat(List.of(second.isAlive(), again.isAlive())).containsOnly(true);
            }
        }
    }

    /** As the producer does: a day is ticked when it is first reached. */
    private LocalDate send(List<RawArticle> articles, LocalDate before) {
        LocalDate newest = before;
        for (RawArticle article : articles) {
            LocalDate day = YearsOfNews.published(article);
            if (day.isAfter(newest)) {
                newest = day;
                cluster.tick(day.toString());
            }
            cluster.produce(List.of(article));
        }
        return newest;
    }

    private StreamsProcess instance(String name) {
        return StreamsProcess.start(cluster.settingsMap(
                directory.resolve(name),
                Map.of("group.instance.id", name, "demarche.keep.days", Integer.toString(KEPT))));
    }
}
