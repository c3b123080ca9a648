package io.demarche.cli;

import io.demarche.consumer.AlertConsumer;
import io.demarche.consumer.ConsumerSettings;
import io.demarche.consumer.ConsumerSummary;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche consume}: alerts to sinks. */
@Command(
        name = "consume",
        description =
                "Write the alerts to sinks until interrupted; how many were written and left out is said at the end.",
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

    @Mixin
    private SubscriptionOptions subscriber;

    @Option(
            names = "--drain",
            description = "End when every alert is written that is there now, instead of waiting for more.")
    private boolean drain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConsumerSettings settings =
                ConsumerSettings.of(broker.servers(), registry.url(), subscriber.groupId(), broker.properties());
        try (AlertConsumer consumer = AlertConsumer.connect(settings, subscriber.subscription(), sinks.open());
                MonitoringOptions.Monitored monitored =
                        monitoring.start("consumer", consumer::health, consumer.figures());
                Interruption interruption = Interruption.watch(consumer::close)) {
            ConsumerSummary summary = drain ? consumer.drain() : consumer.run();
            PrintWriter err = spec.commandLine().getErr();
            err.println("consumer      " + summary.line());
            err.flush();
        }
        return 0;
    }
}
