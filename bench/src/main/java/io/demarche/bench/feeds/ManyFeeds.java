package io.demarche.bench.feeds;

import io.demarche.bench.feeds.FeedServer.Asked;
import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.TopicAdmin;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows many feeds by one instance, in a process of its own, and says what that costs and whether each is checked in time. */
@Command(
        name = "feeds",
        description = "Many feeds on one instance: memory, processor time, when each is checked and how it is asked.",
        mixinStandardHelpOptions = true)
public final class ManyFeeds implements Callable<Integer> {
    private static final double SPREAD = 1.1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--feeds", defaultValue = "2000", description = "How many. Default: ${DEFAULT-VALUE}")
    private int feeds;

    @Option(names = "--items", defaultValue = "30", description = "Items of each. Default: ${DEFAULT-VALUE}")
    private int items;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Between two checks of a feed. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--seconds",
            defaultValue = "240",
            description = "How long the instance runs. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--heap", defaultValue = "256m", description = "Of the instance. Default: ${DEFAULT-VALUE}")
    private String heap;

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ManyFeeds()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
                EmbeddedRegistry registry = EmbeddedRegistry.start(EmbeddedRegistry.Settings.ephemeral());
                FeedServer server = new FeedServer(items)) {
            try (TopicAdmin admin = TopicAdmin.connect(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createMissing();
            }
            Process instance = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FeedInstance.class.getName(),
                            broker.bootstrapServers(),
                            registry.url(),
                            Integer.toString(server.port()),
                            Integer.toString(feeds),
                            Integer.toString(every))
                    .inheritIO()
                    .start();
            try {
                long start = System.nanoTime();
                if (instance.waitFor(seconds, TimeUnit.SECONDS)) {
                    throw new DemarcheException("the instance ended by itself");
                }
                tell(server.asked(), start, instance);
                return CommandLine.ExitCode.OK;
            } finally {
                instance.destroyForcibly().waitFor();
            }
        }
    }

    private void tell(Map<String, List<Asked>> asked, long start, Process instance) throws IOException {
        List<Long> gaps = new ArrayList<>();
        long firstRound = 0;
        long conditional = 0;
        long all = 0;
        for (List<Asked> of : asked.values()) {
            firstRound = Math.max(firstRound, of.get(0).nanos() - start);
            for (int i = 0; i < of.size(); i++) {
                all++;
                conditional += of.get(i).conditional() ? 1 : 0;
                if (i > 0) {
                    gaps.add(of.get(i).nanos() - of.get(i - 1).nanos());
                }
            }
        }
        gaps.sort(null);
        PrintWriter out = spec.commandLine().getOut();
        say(
                out,
                "%,d of %,d feeds were asked, the last for the first time after %.1f s",
                asked.size(),
                feeds,
                firstRound / 1e9);
        say(
                out,
                "%,d requests, of which %,d conditional: all but the first of each feed would be %,d",
                all,
                conditional,
                all - asked.size());
        say(
                out,
                "between two checks of a feed: half within %.1f s, 99 %% within %.1f s, the longest %.1f s; it may be %.1f s",
                at(gaps, .5),
                at(gaps, .99),
                at(gaps, 1),
                every * SPREAD);
        say(
                out,
                "the instance: heap at most %s, at its highest %d MiB resident; processor time %.1f s in %d s",
                heap,
                peakMiB(instance),
                instance.info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
                seconds);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.floor((sorted.size() - 1) * share)) / 1e9;
    }

    private static void say(PrintWriter out, String form, Object... figures) {
        out.println(String.format(Locale.ROOT, form, figures));
        out.flush();
    }

    /** The memory that was resident at its highest, as Linux counts it. */
    private static long peakMiB(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
