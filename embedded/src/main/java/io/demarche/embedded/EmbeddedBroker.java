package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One KRaft node, broker and controller in one, in this JVM, that listens on loopback alone.
 *
 * <pre>{@code
 * try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral())) {
 *     Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
 *     ...
 * }
 * }</pre>
 *
 * <p>What it acknowledged is in the operating system's hands: it outlives a {@code kill -9} of this process where a data
 * directory was given. It creates no topic that it was not told to create.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int ATTEMPTS_AT_FREE_PORTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final DataDirectory directory;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaRaftServer server, DataDirectory directory, int port) {
        this.server = server;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Where a broker keeps its log and which ports it takes.
     *
     * @param dataDir the directory that outlives it; empty for a temporary one, deleted on close. The directory is the
     *     broker's alone: it must be new, empty, or one that a broker of this kind has made
     * @param port the port for clients, 0 for any free one
     * @param controllerPort the port of the controller, which only the broker itself talks to; 0 for any free one
     */
    public record Settings(Optional<Path> dataDir, int port, int controllerPort) {
        public Settings {
            Ports.requireValid("broker port", port);
            Ports.requireValid("broker controller port", controllerPort);
            if (port != 0 && port == controllerPort) {
                throw new DemarcheException("broker port and broker controller port are both " + port
                        + ": choose two different ports, or 0 for any free one");
            }
        }

        /** A temporary directory and free ports. */
        public static Settings ephemeral() {
            return new Settings(Optional.empty(), 0, 0);
        }

        /** A directory that outlives the broker, and free ports. */
        public static Settings on(Path dataDir) {
            return new Settings(Optional.of(dataDir), 0, 0);
        }

        private boolean choosesPort() {
            return port == 0 || controllerPort == 0;
        }

        /** The same with this port for clients. */
        public Settings withPort(int clientPort) {
            return new Settings(dataDir, clientPort, controllerPort);
        }
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @throws DemarcheException where the directory is in use, not a broker's or damaged, or a port is taken
     */
    public static EmbeddedBroker start(Settings settings) {
        DataDirectory directory = DataDirectory.open(settings.dataDir());
        boolean started = false;
        try {
            EmbeddedBroker broker = startIn(directory, settings);
            started = true;
            return broker;
        } finally {
            if (!started) {
                directory.close();
            }
        }
    }

    private static EmbeddedBroker startIn(DataDirectory directory, Settings settings) {
        for (int attempt = 1; ; attempt++) {
            Ports ports = Ports.choose(settings.port(), settings.controllerPort());
            Map<String, String> config = BrokerConfig.of(directory.log(), ports);
            directory.formatIfNew(config);
            try {
                KafkaRaftServer server = startServer(config);
                LOG.info(
                        "Broker started bootstrapServers={}:{} directory={}",
                        Ports.LOOPBACK,
                        ports.client(),
                        directory);
                return new EmbeddedBroker(server, directory, ports.client());
            } catch (Exception e) {
                // Kafka's Scala code throws checked exceptions too, undeclared.
                // A free port was found free and then given to the broker: in between, somebody else may take it.
                if (!settings.choosesPort() || !Ports.isTaken(e) || attempt == ATTEMPTS_AT_FREE_PORTS) {
                    throw failure(directory, ports, e);
                }
                LOG.info("Broker port was taken at the last moment, trying others attempt={}", attempt);
            }
        }
    }

    private static KafkaRaftServer startServer(Map<String, String> config) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        boolean started = false;
        try {
            server.startup();
            started = true;
            return server;
        } finally {
            if (!started) {
                server.shutdown();
                server.awaitShutdown();
            }
        }
    }

    private static DemarcheException failure(DataDirectory directory, Ports ports, Exception e) {
        if (Ports.isTaken(e)) {
            return new DemarcheException(
                    "broker port " + ports.client() + " or broker controller port " + ports.controller()
                            + " is in use on " + Ports.LOOPBACK
                            + ": stop the program that uses it, or choose another port (0 for any free one)",
                    e);
        }
        return new DemarcheException(
                "broker does not start on data directory " + directory + ": " + DataDirectory.oneLine(e.toString())
                        + ": if the directory is damaged, restore it from a copy or choose another",
                e);
    }

    /** What clients take as {@code bootstrap.servers}: {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Shuts down in good order and deletes a temporary directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            directory.close();
        }
    }
}
