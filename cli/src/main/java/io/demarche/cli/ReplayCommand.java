package io.demarche.cli;

import io.demarche.replay.ReplayPlan;
import io.demarche.replay.ReplaySummary;
import io.demarche.replay.TopicReplay;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche replay}: a topic again, into another. */
@Command(
        name = "replay",
        description =
                "Copy a topic, or a stretch of it, into another: keys, values and headers as they are, the origin in"
                        + " headers. Touches no group but its own; interrupted, the same command goes on where it was.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche replay --topic raw-articles --prefix again-"})
final class ReplayCommand implements Callable<Integer> {
    private static final List<String> NOT_WITH_SHADOW =
            List.of("--topic", "--into", "--prefix", "--key", "--speed", "--limit", "--dry-run", "--allow-live");

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "The topic to replay.")
    private @Nullable String topic;

    @ArgGroup
    private @Nullable Target target;

    @Mixin
    private ShadowOptions shadow;

    /** Where copies go. */
    private static final class Target {
        @Option(
                names = "--into",
                paramLabel = "TOPIC",
                description = "The topic to write to; made where it is missing.")
        private @Nullable String into;

        @Option(
                names = "--prefix",
                paramLabel = "P",
                description = "Write to the topic's own name behind this prefix: 'test-' makes test-raw-articles.")
        private @Nullable String prefix;
    }

    @Mixin
    private TopicRangeOptions stretch;

    @Option(
            names = "--speed",
            paramLabel = "max|Nx",
            defaultValue = "max",
            converter = Values.Speed.class,
            description = "How fast, by event time: 1x as in life, 10x ten times faster, max without waiting"
                    + " (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Write at most so many records; the same command then goes on from there.")
    private @Nullable Long limit;

    @Option(names = "--dry-run", description = "Count what would be replayed, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--allow-live",
            description = "Write into a topic that the services read, where copies count as news.")
    private boolean allowLive;

    @Override
    public Integer call() {
        Map<String, String> settings = broker.kafka();
        settings.put("schema.registry.url", registry.url());
        if (shadow.isAsked()) {
            for (String other : NOT_WITH_SHADOW) {
                if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--shadow takes all articles of a stretch and makes topics of its own: leave out " + other);
                }
            }
            return shadow.run(settings, stretch.from(), stretch.to(), spec.commandLine());
        }
        ReplayPlan plan = plan();
        PrintWriter err = spec.commandLine().getErr();
        ReplaySummary summary;
        try (TopicReplay replay = new TopicReplay(settings, plan, Clock.systemUTC());
                Interruption interruption = Interruption.watch(replay::stopAndAwait)) {
            summary = dryRun
                    ? replay.dryRun()
                    : replay.run(progress -> {
                        err.println("demarche: read " + progress.read() + ", replayed " + progress.replayed());
                        err.flush();
                    });
        }
        spec.commandLine()
                .getOut()
                .println(plan.source() + " → " + plan.target() + (dryRun ? " (dry run)" : "") + ": " + summary.line());
        return 0;
    }

    private ReplayPlan plan() {
        if (topic == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--topic=TOPIC' (or --shadow)");
        }
        if (target == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required argument (specify one of these): (--into=TOPIC | --prefix=P)");
        }
        String into = target.into != null ? target.into : target.prefix + topic;
        try {
            ReplayPlan plan = new ReplayPlan(
                    topic,
                    into,
                    stretch.from(),
                    stretch.to(),
                    stretch.keys(),
                    speed,
                    limit == null ? ReplayPlan.ALL : limit);
            if (plan.isIntoLiveTopic() && !allowLive && !dryRun) {
                throw new DemarcheException(into
                        + " is a topic that the services read, where copies would count as news: choose another, or say"
                        + " --allow-live");
            }
            return plan;
        } catch (DemarcheException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
