package io.demarche.cli;

import io.demarche.coder.DiplomaticCoder;
import io.demarche.kafka.monitoring.Endpoint;
import io.demarche.streams.DemarcheStreams;
import io.demarche.streams.StreamsSettings;
import io.demarche.tension.LadderAssessor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche stream}: the topology as a service. */
@Command(
        name = "stream",
        description =
                "Run the streams application until interrupted: articles to mentions, events, tension and alerts.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche stream --state-dir /var/lib/demarche --property num.stream.threads=2"})
final class StreamCommand implements Callable<Integer> {
    private static final Duration LONG = Duration.ofDays(1);

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--application-id",
            defaultValue = "demarche",
            description = "Instances under one id share the work (default: ${DEFAULT-VALUE}).")
    private String applicationId;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "demarche-state",
            description =
                    "Where the state stores are kept; one of its own for each instance (default: ${DEFAULT-VALUE}).")
    private Path stateDir;

    @Mixin
    private MonitoringOptions monitoring;

    @Override
    public Integer call() {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        settings.put("application.id", applicationId);
        settings.put("state.dir", stateDir.toString());
        settings.put(Endpoint.HOST_SETTING, monitoring.endpoint().host());
        settings.put(
                Endpoint.PORT_SETTING, Integer.toString(monitoring.endpoint().port()));
        try (DemarcheStreams streams = new DemarcheStreams(
                        StreamsSettings.from(settings), DiplomaticCoder.load(), LadderAssessor.withBundledRules());
                Interruption interruption = Interruption.watch(streams::close)) {
            streams.start();
            boolean stopped = false;
            while (!stopped) {
                stopped = streams.awaitStopped(LONG);
            }
        }
        return 0;
    }
}
