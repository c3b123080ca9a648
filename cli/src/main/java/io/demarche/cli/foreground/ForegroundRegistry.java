package io.demarche.cli.foreground;

import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.embedded.RegistryUsers;
import java.util.Map;
import java.util.Optional;

/** The embedded registry over a cluster. */
public final class ForegroundRegistry implements AutoCloseable {
    private final EmbeddedRegistry registry;

    private ForegroundRegistry(EmbeddedRegistry registry) {
        this.registry = registry;
    }

    /**
     * Starts it.
     *
     * @param kafka client settings for the cluster that keeps the schemas
     * @param host the address to listen on
     * @param port 0 for any free one
     * @param users passwords by user; empty where everybody may ask
     */
    public static ForegroundRegistry start(
            Map<String, String> kafka, String host, int port, Optional<Map<String, String>> users) {
        return new ForegroundRegistry(EmbeddedRegistry.start(new EmbeddedRegistry.Settings(
                Optional.of(kafka), host, port, users.map(RegistryUsers::of).orElseGet(RegistryUsers::everybody))));
    }

    /** What clients take as {@code schema.registry.url}. */
    public String url() {
        return registry.url();
    }

    @Override
    public void close() {
        registry.close();
    }
}
