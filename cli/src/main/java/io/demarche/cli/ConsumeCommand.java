package io.demarche.cli;

import io.demarche.consumer.AlertConsumer;
import io.demarche.consumer.ConsumerSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche consume}: alerts to sinks. */
@Command(
        name = "consume",
        description = "Write the alerts to sinks until interrupted.",
        mixinStandardHelpOptions = true)
final class ConsumeCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private MonitoringOptions monitoring;

    @Mixin
    private SinkOptions sinks;

    @Option(
            names = "--group-id",
            defaultValue = "demarche-consumer",
            description = "Consumer group: its members share the alerts, and it remembers where it was"
                    + " (default: ${DEFAULT-VALUE}).")
    private String groupId;

    @Override
    public Integer call() {
        ConsumerSettings settings =
                new ConsumerSettings(broker.servers(), registry.url(), groupId, broker.properties());
        try (AlertConsumer consumer = AlertConsumer.connect(settings, sinks.open());
                MonitoringOptions.Monitored monitored =
                        monitoring.start("consumer", consumer::health, consumer.figures());
                Interruption interruption = Interruption.watch(consumer::close)) {
            consumer.run();
        }
        return 0;
    }
}
