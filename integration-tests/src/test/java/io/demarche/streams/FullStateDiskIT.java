package io.demarche.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.demarche.avro.RawArticle;
import io.demarche.kafka.monitoring.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small file system in memory, which only the administrator of a machine may mount. */
class FullStateDiskIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = runs("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk.toString());
        assumeTrue(mounted, "no file system may be mounted here: a full disk is not tried");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(runs("umount", "--lazy", disk.toString())).isTrue();
        }
    }

    @Test
    void shouldNameAFullDiskWaitForRoomAndGoOn() throws Exception {
        List<RawArticle> articles = NewsFlow.articles(30);
        try (TestCluster cluster = new TestCluster();
                DemarcheStreams streams = new DemarcheStreams(
                        cluster.settings(disk.resolve("state"), Map.of("demarche.stores", "persistent")),
                        new LineCoder(),
                        TopologyDriver.LADDER)) {
            cluster.tick(NewsFlow.AS_OF);
            cluster.produce(articles);
            streams.start();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(streams.health()).isEqualTo(Health.waiting("STATE_DISK_FULL")));

            assertThat(runs("mount", "-o", "remount,size=256m", disk.toString()))
                    .isTrue();

            Outcome expected = NewsFlow.assessed(articles);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cluster.outcome()).isEqualTo(expected));
            assertThat(streams.health()).isEqualTo(Health.RUNNING);
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such command
        }
    }
}
