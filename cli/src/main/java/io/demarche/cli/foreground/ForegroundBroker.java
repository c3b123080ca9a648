package io.demarche.cli.foreground;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.kafka.admin.TopicAdmin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded broker with the topics created. */
public final class ForegroundBroker implements AutoCloseable {
    private final EmbeddedBroker broker;

    private ForegroundBroker(EmbeddedBroker broker) {
        this.broker = broker;
    }

    /**
     * Starts it.
     *
     * @param dataDir where it keeps its data; empty for a temporary directory
     * @param port 0 for any free one
     */
    public static ForegroundBroker start(Optional<Path> dataDir, int port) {
        return new ForegroundBroker(EmbeddedBroker.start(new EmbeddedBroker.Settings(dataDir, port, 0)));
    }

    /** Creates the topics that are missing; their names. */
    public List<String> createTopics() {
        try (TopicAdmin topics = TopicAdmin.connect(Map.of("bootstrap.servers", address()))) {
            return topics.createMissing();
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String address() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
    }
}
