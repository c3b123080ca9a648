package io.demarche.cli;

import io.demarche.kafka.monitoring.Endpoint;
import io.demarche.kafka.monitoring.Health;
import io.demarche.kafka.monitoring.Metrics;
import io.demarche.kafka.monitoring.MonitoringServer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where a service that runs on is asked for its health and its figures. */
final class MonitoringOptions {
    @Option(
            names = "--health-port",
            defaultValue = "-1",
            description = "Port of /health/live, /health/ready and /metrics; 0 for any free one, -1 for none"
                    + " (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--health-host",
            paramLabel = "ADDRESS",
            defaultValue = Endpoint.LOOPBACK,
            description = "Address that they listen on; 0.0.0.0 for all, as a container needs it"
                    + " (default: ${DEFAULT-VALUE}).")
    private String host;

    Endpoint endpoint() {
        return new Endpoint(host, port);
    }

    /**
     * Answers from now on, where a port was named.
     *
     * @param service the service's name, which its figures carry
     * @param figures what it has to show beside those of its JVM
     */
    Monitored start(String service, Supplier<Health> health, MeterBinder figures) {
        Endpoint endpoint = endpoint();
        if (!endpoint.exists()) {
            return () -> {};
        }
        Metrics metrics = new Metrics(service);
        try {
            metrics.bind(figures);
            MonitoringServer server = MonitoringServer.start(endpoint, health, metrics);
            return () -> {
                server.close();
                metrics.close();
            };
        } catch (RuntimeException e) {
            metrics.close();
            throw e;
        }
    }

    /** Something that answers until it is closed. */
    interface Monitored extends AutoCloseable {
        @Override
        void close();
    }
}
