package io.demarche.cli;

import io.demarche.replay.Redrive;
import io.demarche.replay.RedrivePlan;
import io.demarche.replay.RedriveSummary;
import io.demarche.replay.ReplayPlan;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche redrive}: dead letters back through the normal way. */
@Command(
        name = "redrive",
        description =
                "Send dead letters back to the topics in which they failed, counted in a header; those that have used up"
                        + " their tries, or have nowhere to go, are quarantined. Each letter once: the next run goes on from"
                        + " there.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche redrive --dry-run"})
final class RedriveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "dead-letters",
            description = "The topic of dead letters; the quarantine is TOPIC-quarantine (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Values.Time.class,
            description = "Only letters that arrived at this time or later: 2023-12-28 or 2023-12-28T10:00:00Z.")
    private @Nullable Instant from;

    @Option(
            names = "--max-tries",
            paramLabel = "N",
            defaultValue = "3",
            description = "Quarantine what has been sent back so many times already (default: ${DEFAULT-VALUE}).")
    private int maxTries;

    @Option(names = "--limit", paramLabel = "N", description = "Take at most so many letters.")
    private @Nullable Long limit;

    @Option(names = "--dry-run", description = "Count what would be done, and write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        RedriveSummary summary;
        try (Redrive redrive = new Redrive(broker.kafka(), plan());
                Interruption interruption = Interruption.watch(redrive::stopAndAwait)) {
            summary = dryRun ? redrive.dryRun() : redrive.run();
        }
        spec.commandLine().getOut().println(topic + (dryRun ? " (dry run)" : "") + ": " + summary.line());
        return 0;
    }

    private RedrivePlan plan() {
        if (topic.equals(Topics.UNDELIVERED_ALERTS.name())) {
            throw new ParameterException(
                    spec.commandLine(),
                    topic + " holds alerts that a webhook did not take: send them there again,"
                            + " 'demarche consume --undelivered --sink webhook:URL#NAME'");
        }
        try {
            return new RedrivePlan(topic, Optional.ofNullable(from), maxTries, limit == null ? ReplayPlan.ALL : limit);
        } catch (DemarcheException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
