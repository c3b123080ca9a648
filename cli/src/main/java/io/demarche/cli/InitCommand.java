package io.demarche.cli;

import io.demarche.kafka.admin.SubjectAdmin;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.schemas.TopicNames;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demarche init}: all that has to be there before the services start. */
@Command(
        name = "init",
        description = "Create the topics that are missing and register the schemas; what is there stays as it is.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche init --partitions 12"})
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(
            names = "--replication-factor",
            defaultValue = "-1",
            description = "Copies of each partition; -1 leaves it to the broker (default: ${DEFAULT-VALUE}).")
    private short replicationFactor;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the topics of the flow: the most tasks that can share the work (default: 6)."
                    + " They cannot be changed later: keys would move.")
    private @Nullable Integer partitions;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (TopicAdmin topics = TopicAdmin.connect(broker.kafka())) {
            List<String> created = topics.createMissing(
                    TopicNames.LIVE,
                    replicationFactor,
                    partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions));
            out.println(created.isEmpty() ? "all topics are there" : "created " + String.join(", ", created));
        }
        Map<String, String> settings = new HashMap<>(broker.properties());
        settings.put("schema.registry.url", registry.url());
        out.println(
                "registered " + String.join(", ", SubjectAdmin.connect(settings).registerAll()));
        return 0;
    }
}
