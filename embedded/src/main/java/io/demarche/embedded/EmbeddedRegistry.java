package io.demarche.embedded;

import com.sun.net.httpserver.HttpServer;
import io.demarche.embedded.registry.RegistryProtocol;
import io.demarche.embedded.registry.SchemaCatalog;
import io.demarche.kafka.http.PatientServer;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this JVM that speaks Confluent's REST protocol, on loopback unless told otherwise.
 *
 * <pre>{@code
 * try (EmbeddedRegistry registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.on("127.0.0.1:9092"))) {
 *     Map<String, Object> config = Map.of("schema.registry.url", registry.url());
 *     ...
 * }
 * }</pre>
 *
 * <p>Its schemas live in the compacted topic {@value SchemaTopic#NAME} of a Kafka cluster. A schema is there before the
 * registry says so, and a registry that starts on the same cluster knows all of them. Of two registries on one cluster the
 * later one writes and the earlier one refuses to.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);

    private final HttpServer server;
    private final ExecutorService threads;
    private final @Nullable SchemaTopic topic;
    private boolean closed;

    private EmbeddedRegistry(HttpServer server, ExecutorService threads, @Nullable SchemaTopic topic) {
        this.server = server;
        this.threads = threads;
        this.topic = topic;
    }

    /**
     * Where a registry keeps its schemas and which port it takes.
     *
     * @param kafka Kafka client settings for the cluster that keeps the schemas, {@code bootstrap.servers} among them;
     *     empty for a registry that forgets them on close
     * @param host the address to listen on: loopback, unless other machines or containers are to reach it
     * @param port the port to listen on, 0 for any free one
     * @param users who may come in
     */
    public record Settings(Optional<Map<String, String>> kafka, String host, int port, RegistryUsers users) {
        public Settings {
            Ports.requireValid("registry port", port);
            kafka = kafka.map(Map::copyOf);
            if (kafka.isPresent()
                    && kafka.get().getOrDefault("bootstrap.servers", "").isBlank()) {
                throw new DemarcheException(
                        "setting bootstrap.servers of the registry is missing: give it as host:port");
            }
        }

        /** A registry that everybody may ask. */
        public Settings(Optional<Map<String, String>> kafka, String host, int port) {
            this(kafka, host, port, RegistryUsers.everybody());
        }

        /** A registry on loopback. */
        public Settings(Optional<Map<String, String>> kafka, int port) {
            this(kafka, Ports.LOOPBACK, port);
        }

        /** Schemas in memory alone, and a free port. */
        public static Settings ephemeral() {
            return new Settings(Optional.empty(), 0);
        }

        /** Schemas in a topic of this cluster, and a free port. */
        public static Settings on(String bootstrapServers) {
            return new Settings(Optional.of(Map.of("bootstrap.servers", bootstrapServers)), 0);
        }

        /** The same with this port. */
        public Settings withPort(int httpPort) {
            return new Settings(kafka, host, httpPort, users);
        }

        /** The same for these users alone. */
        public Settings withUsers(RegistryUsers admitted) {
            return new Settings(kafka, host, port, admitted);
        }
    }

    /**
     * Starts a registry and returns when it answers and knows every schema that its topic holds.
     *
     * @throws DemarcheException where the port is taken, no broker answers in time, or the topic holds what no registry of
     *     this kind wrote
     */
    public static EmbeddedRegistry start(Settings settings) {
        // The port first: it is the quickest to fail.
        HttpServer server = bind(settings.host(), settings.port());
        ExecutorService threads = PatientServer.threads("demarche-registry");
        SchemaTopic topic = null;
        boolean started = false;
        try {
            SchemaCatalog catalog;
            if (settings.kafka().isPresent()) {
                topic = new SchemaTopic(settings.kafka().get());
                catalog = new SchemaCatalog(topic);
                topic.open(catalog::restore);
            } else {
                catalog = SchemaCatalog.inMemory();
            }
            server.setExecutor(threads);
            server.createContext("/", new RegistryHandler(new RegistryProtocol(catalog), settings.users()));
            server.start();
            EmbeddedRegistry registry = new EmbeddedRegistry(server, threads, topic);
            LOG.info(
                    "Registry started url={} subjects={}",
                    registry.url(),
                    catalog.subjects().size());
            started = true;
            return registry;
        } finally {
            if (!started) {
                stop(server, threads, topic);
            }
        }
    }

    /** What clients take as {@code schema.registry.url}: {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + server.getAddress().getPort();
    }

    /** Stops answering. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop(server, threads, topic);
        }
    }

    private static void stop(HttpServer server, ExecutorService threads, @Nullable SchemaTopic topic) {
        server.stop(0);
        threads.shutdownNow();
        if (topic != null) {
            topic.close();
        }
    }

    private static HttpServer bind(String host, int port) {
        try {
            return PatientServer.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw Ports.taken("registry port", port, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new DemarcheException(
                    "cannot listen on registry port " + port + " of " + host + ": " + e.getMessage(), e);
        }
    }
}
