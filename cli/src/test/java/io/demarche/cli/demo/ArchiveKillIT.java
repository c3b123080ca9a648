package io.demarche.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.demarche.cli.DemoProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as a process of its own, killed at work. */
class ArchiveKillIT {
    private static final List<String> TABLES =
            List.of("event", "evidence", "alert", "alert_revision", "alert_act", "chain_link", "tension");

    @TempDir
    private static Path dir;

    @Test
    void shouldEndWithTheRowsOfAnUndisturbedArchiveThoughItWasKilledAgainAndAgain() throws Exception {
        try (LivePipeline pipeline = LivePipeline.filled(dir.resolve("state"))) {
            Path undisturbed = dir.resolve("undisturbed.db");
            assertThat(pipeline.run("archive", "--drain", "--db", undisturbed.toString()))
                    .isZero();
            Path killed = dir.resolve("killed.db");
            long rows = 0;
            int killedAtWork = 0;
            for (int kill = 1; kill <= 3; kill++) {
                long before = rows;
                try (DemoProcess archive = DemoProcess.start(dir.resolve("out" + kill), command(pipeline, killed))) {
                    await().atMost(Duration.ofMinutes(1))
                            .pollInterval(Duration.ofMillis(2))
                            .until(() -> !archive.isAlive() || events(killed) > before);
                    archive.kill();
                }
                rows = events(killed);
                killedAtWork += rows < events(undisturbed) ? 1 : 0;
            }
            assertThat(killedAtWork).as("kills before everything was in").isPositive();

            assertThat(pipeline.run("archive", "--drain", "--db", killed.toString()))
                    .isZero();

            assertThat(content(killed)).isNotEmpty().isEqualTo(content(undisturbed));
        }
    }

    /** One record a transaction, so that there is a moment to kill it in. */
    private static String[] command(LivePipeline pipeline, Path db) {
        List<String> command = new ArrayList<>(List.of("archive", "--db", db.toString()));
        pipeline.where().forEach(command::add);
        command.addAll(List.of("--property", "max.poll.records=1"));
        return command.toArray(String[]::new);
    }

    private static long events(Path db) {
        if (!Files.exists(db)) {
            return 0;
        }
        try {
            return Long.parseLong(
                    ArchiveRows.of(db, "SELECT COUNT(*) FROM event").get(0));
        } catch (SQLException e) {
            return 0; // there are no tables yet
        }
    }

    /** All rows, without the numbers that say in which order they came in: partitions are read in any. */
    private static List<String> content(Path db) throws SQLException {
        List<String> content = new ArrayList<>();
        for (String table : TABLES) {
            ArchiveRows.of(db, "SELECT '" + table + "', * FROM " + table).stream()
                    .map(row -> row.replaceFirst("^(event|alert_revision)\\|\\d+", "$1"))
                    .sorted()
                    .forEach(content::add);
        }
        content.addAll(
                ArchiveRows.of(db, "SELECT topic, partition_number, next_offset FROM topic_offset ORDER BY 1, 2"));
        return content;
    }
}
