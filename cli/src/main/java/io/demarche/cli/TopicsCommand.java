package io.demarche.cli;

import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.kafka.admin.TopicAdmin.TopicState;
import io.demarche.schemas.TopicNames;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche topics}: create, describe or check the topics of the catalogue. */
@Command(
        name = "topics",
        description = "Create, describe or check the topics.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  demarche topics check --bootstrap-servers localhost:9092"})
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: create, describe or check");
    }

    @Command(
            name = "create",
            description = "Create the topics that are missing.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  demarche topics create --prefix again-"})
    int create(
            @Mixin BrokerOptions broker,
            @Mixin Names names,
            @Option(
                            names = "--replication-factor",
                            defaultValue = "-1",
                            description = "Copies of each partition; -1 leaves it to the broker"
                                    + " (default: ${DEFAULT-VALUE}).")
                    short replicationFactor) {
        try (TopicAdmin topics = TopicAdmin.connect(broker.kafka())) {
            List<String> created = topics.createMissing(names.topics(), replicationFactor);
            out().println(created.isEmpty() ? "all topics are there" : "created " + String.join(", ", created));
        }
        return 0;
    }

    @Command(
            name = "describe",
            description = "Print each topic with its partitions and settings.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  demarche topics describe"})
    int describe(@Mixin BrokerOptions broker, @Mixin Names names) {
        try (TopicAdmin topics = TopicAdmin.connect(broker.kafka())) {
            topics.describe(names.topics()).forEach(state -> out().println(line(state)));
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Compare the topics with what they should be; exit code 1 where they differ.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  demarche topics check --prefix again-"})
    int check(@Mixin BrokerOptions broker, @Mixin Names names) {
        boolean differs = false;
        try (TopicAdmin topics = TopicAdmin.connect(broker.kafka())) {
            for (TopicState state : topics.describe(names.topics())) {
                List<String> deviations = state.deviations();
                differs |= !deviations.isEmpty();
                out().println(state.topic().name() + ": "
                        + (deviations.isEmpty() ? "as it should be" : String.join(", ", deviations)));
            }
        }
        return differs ? Errors.FAILED : 0;
    }

    /** Which topics are meant. */
    static final class Names {
        @Option(
                names = "--prefix",
                paramLabel = "P",
                defaultValue = "",
                description = "Put before each name: the topics of a pipeline apart from the live one.")
        private String prefix;

        TopicNames topics() {
            return new TopicNames(prefix);
        }
    }

    private static String line(TopicState state) {
        String name = state.topic().name();
        if (!state.exists()) {
            return name + ": missing";
        }
        StringBuilder line = new StringBuilder(name)
                .append(": partitions=")
                .append(state.partitions())
                .append(" replication=")
                .append(state.replicationFactor());
        state.config().keySet().stream()
                .sorted()
                .forEach(key -> line.append(' ')
                        .append(key)
                        .append('=')
                        .append(state.config().get(key)));
        return line.toString();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
