package io.demarche.cli;

import io.demarche.cli.foreground.ForegroundRegistry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche registry}: the embedded schema registry in the foreground. */
@Command(
        name = "registry",
        description =
                "Run a schema registry until interrupted, on loopback unless told otherwise. It speaks Confluent's protocol and keeps its"
                        + " schemas in a topic of the broker. For trying things out.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche registry --port 8081"})
final class RegistryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--port",
            defaultValue = "8081",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0 for all, as a container needs it (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description =
                    "Properties file of those who may come in, a line USER=PASSWORD each (default: everybody may).")
    private @Nullable Path users;

    @Override
    public Integer call() {
        EmbeddedParts.require();
        try (Interruption interruption = Interruption.watch(() -> {});
                ForegroundRegistry registry = ForegroundRegistry.start(
                        broker.kafka(),
                        host,
                        port,
                        Optional.ofNullable(users).map(file -> PropertiesFile.read("--users", file)))) {
            spec.commandLine().getOut().println("registry: " + registry.url() + "; Ctrl-C ends it");
            spec.commandLine().getOut().flush();
            interruption.await();
        }
        return 0;
    }
}
