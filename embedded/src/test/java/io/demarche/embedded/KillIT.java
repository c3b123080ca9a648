package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.demarche.avro.RawArticle;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void shouldKeepWhatWasAcknowledgedAfterKill() throws Exception {
        List<String> acknowledged = writeUntilKilled(200);

        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.on(data));
                EmbeddedRegistry registry =
                        EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()))) {
            assertThat(Articles.readAll(broker, registry))
                    .extracting(RawArticle::getArticleId)
                    .containsAll(acknowledged);
        }
    }

    @Test
    void shouldKeepSchemasAfterKill() throws Exception {
        writeUntilKilled(1);

        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.on(data));
                EmbeddedRegistry registry =
                        EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()))) {
            assertThat(RegistryCalls.get(
                                    registry, "/subjects/" + Topics.RAW_ARTICLES.valueSubject() + "/versions/latest")
                            .body())
                    .contains("\"id\":1", "RawArticle");
        }
    }

    @Test
    void shouldRefuseADirectoryThatAnotherProcessUses() throws Exception {
        try (ChildJvm child = ChildJvm.start(BrokerAndRegistryProcess.class, data)) {
            awaitLines(child, BrokerAndRegistryProcess.READY, 1);

            assertThatThrownBy(() -> EmbeddedBroker.start(EmbeddedBroker.Settings.on(data)))
                    .isInstanceOf(DemarcheException.class)
                    .hasMessageContaining(data + " is in use by another broker")
                    .hasMessageNotContaining("\n");
        }
    }

    /** @return the ids of the articles that the broker said it had */
    private List<String> writeUntilKilled(int atLeast) throws Exception {
        try (ChildJvm child = ChildJvm.start(BrokerAndRegistryProcess.class, data)) {
            awaitLines(child, BrokerAndRegistryProcess.ACKNOWLEDGED, atLeast);
            child.kill();
            return child.lines(BrokerAndRegistryProcess.ACKNOWLEDGED).stream()
                    .map(line -> "article-" + line.substring(BrokerAndRegistryProcess.ACKNOWLEDGED.length()))
                    .toList();
        }
    }

    private static void awaitLines(ChildJvm child, String beginning, int atLeast) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(child.isAlive()).isTrue();
            return child.lines(beginning).size() >= atLeast;
        });
    }
}
