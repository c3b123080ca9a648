package io.demarche.bench;

import io.demarche.coder.DiplomaticCoder;
import io.demarche.coder.EventCoder;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.streams.StreamsSettings;
import io.demarche.streams.StreamsSettings.Guarantee;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the plumbing costs. The same articles go through a producer and a consumer, through a topology that only hands them
 * on, and through ours, whose coder is a constant or the real one; all on one broker, one after the other, so that their
 * ratios mean something. Then, one article at a time, how long an alert takes when nothing else is going on.
 */
@Command(
        name = "pipeline",
        description = "Articles a second through the pipeline beside plainer ways, and its latency when idle.",
        mixinStandardHelpOptions = true)
public final class PipelineSpeed implements Callable<Integer> {
    /** The real coder gets a part of the articles, for it takes longer. */
    private static final int PART_TO_CODE = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Articles in a round. Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured rounds, after ten seconds that warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--mention-every",
            paramLabel = "N",
            defaultValue = "5",
            description = "The constant coder finds a mention in every Nth article. Default: ${DEFAULT-VALUE}")
    private int mentionEvery;

    @Option(
            names = "--latencies",
            paramLabel = "N",
            defaultValue = "300",
            description = "Articles sent one at a time to measure latency. Default: ${DEFAULT-VALUE}")
    private int latencies;

    /** What can be measured by itself. */
    private enum Part {
        THROUGHPUT,
        CODING,
        LATENCY
    }

    @Option(
            names = "--parts",
            paramLabel = "PART,PART…",
            split = ",",
            defaultValue = "throughput,coding,latency",
            description = "What to measure. Default: ${DEFAULT-VALUE}")
    private Set<Part> parts = EnumSet.noneOf(Part.class);

    @Option(
            names = "--guarantees",
            paramLabel = "NAME,NAME…",
            split = ",",
            defaultValue = "exactly_once_v2,at_least_once",
            description = "Under which guarantees. Default: ${DEFAULT-VALUE}")
    private Set<Guarantee> guarantees = EnumSet.noneOf(Guarantee.class);

    @Option(
            names = "--property",
            paramLabel = "K=V",
            description = "Another setting of the topologies; may be repeated.")
    private Map<String, String> properties = new HashMap<>();

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new PipelineSpeed()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("pipeline: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        if (articles < PART_TO_CODE || rounds < 1 || mentionEvery < 1 || latencies < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there must be " + PART_TO_CODE + " articles, and 1 of everything else, or more");
        }
        try (PipelineCluster cluster = new PipelineCluster()) {
            for (Part part : parts) {
                switch (part) {
                    case THROUGHPUT -> throughput(cluster);
                    case CODING -> coding(cluster);
                    case LATENCY -> latency(cluster);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void throughput(PipelineCluster cluster) {
        double raw = speed(cluster, articles, records -> new RawHop(cluster, records, "raw"));
        say("produce and consume", raw, "");
        for (Guarantee guarantee : guarantees) {
            double passed = speed(
                    cluster,
                    articles,
                    records -> new PassThrough(cluster, records, settings(cluster, "pass-through", guarantee)));
            say(named("pass through", guarantee), passed, ratio(passed, raw) + " of produce and consume");
            double nothing = ours(cluster, "nothing", article -> List.of(), guarantee);
            say(named("ours, coded to nothing", guarantee), nothing, ratio(nothing, passed) + " of pass through");
            double ours = ours(cluster, "1 in " + mentionEvery, new ConstantCoder(mentionEvery), guarantee);
            say(
                    named("ours, coded to 1 in " + mentionEvery, guarantee),
                    ours,
                    String.format(
                            Locale.ROOT,
                            "%s of pass through, %.2f ms a mention",
                            ratio(ours, passed),
                            1e3 * mentionEvery * (1 / ours - 1 / nothing)));
        }
    }

    private double ours(PipelineCluster cluster, String mentions, EventCoder constant, Guarantee guarantee) {
        String application = "constant-" + mentions.replace(" ", "-");
        return speed(
                cluster,
                articles,
                records -> new Ours(cluster, records, settings(cluster, application, guarantee), constant));
    }

    private void coding(PipelineCluster cluster) {
        EventCoder coder = DiplomaticCoder.load();
        int fewer = articles / PART_TO_CODE;
        double alone = speed(cluster, fewer, records -> new CoderAlone(cluster, coder));
        say("the coder alone, diplomatic news", alone, "");
        for (Guarantee guarantee : guarantees) {
            double ours = speed(
                    cluster,
                    fewer,
                    records -> new Ours(cluster, records, settings(cluster, "coding", guarantee), coder));
            say(named("ours with the coder", guarantee), ours, ratio(ours, alone) + " of the coder alone");
        }
    }

    private void latency(PipelineCluster cluster) {
        cluster.createTopic("hop");
        try (ArticleRecords records = new ArticleRecords(cluster);
                IdleLatency hop = new IdleLatency(cluster, records, "hop")) {
            say("one hop, idle", hop.measure("hop", latencies));
        }
        for (Guarantee guarantee : guarantees) {
            StreamsSettings settings = settings(cluster, "idle", guarantee);
            try (ArticleRecords records = new ArticleRecords(cluster);
                    Ours ours = new Ours(cluster, records, settings, IdleLatency.alarming());
                    IdleLatency idle =
                            new IdleLatency(cluster, records, settings.topics().of(Topics.ESCALATION_ALERTS))) {
                say(named("article to alert, idle", guarantee), idle.measure(ours.input(), latencies));
            }
        }
    }

    private double speed(PipelineCluster cluster, int number, Function<ArticleRecords, Contender> open) {
        return Contender.median(open, cluster, number, rounds);
    }

    private StreamsSettings settings(PipelineCluster cluster, String application, Guarantee guarantee) {
        String name = application + "-" + guarantee.name().toLowerCase(Locale.ROOT);
        Map<String, String> settings = new HashMap<>(cluster.serdes());
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("application.id", name);
        settings.put("demarche.topic.prefix", name + ".");
        settings.put("state.dir", cluster.directory(name).toString());
        settings.put("processing.guarantee", guarantee.name().toLowerCase(Locale.ROOT));
        settings.putAll(properties);
        return StreamsSettings.from(settings);
    }

    private static String named(String what, Guarantee guarantee) {
        return what + ", " + guarantee.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String ratio(double speed, double of) {
        return String.format(Locale.ROOT, "%.2f", speed / of);
    }

    private void say(String what, double speed, String compared) {
        print(String.format(Locale.ROOT, "%-48s %,8.0f articles/s  %s", what, speed, compared));
    }

    private void say(String what, double[] ascending) {
        print(String.format(
                Locale.ROOT,
                "%-48s p50 %5.1f ms, p99 %5.1f ms, longest %5.1f ms",
                what,
                ascending[ascending.length / 2],
                ascending[ascending.length * 99 / 100],
                ascending[ascending.length - 1]));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line.stripTrailing());
        out.flush();
    }
}
