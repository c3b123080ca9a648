package io.demarche.cli;

import io.demarche.cli.foreground.ForegroundBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche broker}: the embedded broker in the foreground. */
@Command(
        name = "broker",
        description =
                "Run a Kafka broker on loopback until interrupted, with the topics created. For trying things out.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche broker --data-dir /tmp/demarche"})
final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "9092",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where to keep the data (default: a temporary directory, deleted at the end).")
    private @Nullable Path dataDir;

    @Override
    public Integer call() {
        EmbeddedParts.require();
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.watch(() -> {});
                ForegroundBroker broker = ForegroundBroker.start(Optional.ofNullable(dataDir), port)) {
            int created = broker.createTopics().size();
            out.println("broker: " + broker.address() + ", " + created + " topics created; Ctrl-C ends it");
            out.flush();
            interruption.await();
        }
        return 0;
    }
}
