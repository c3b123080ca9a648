package io.demarche.bench;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import io.demarche.schemas.json.RecordJson;
import io.demarche.tension.BatchAssessment;
import io.demarche.tension.LadderAssessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What much state costs: how fast an instance takes in the news of many pairs over many days, how long the round of a day
 * takes and keeps it from all else, how much memory and disk it needs, and how soon it is at work again after a kill. The
 * alerts that stand must be those of the filter.
 */
@Command(
        name = "state",
        description =
                "Mentions a second, the round of a day, memory, disk and restarts of an instance with much state.",
        mixinStandardHelpOptions = true)
public final class StateSize implements Callable<Integer> {
    private static final Duration LONG = Duration.ofMinutes(60);
    private static final int ROUNDS = 3;
    /** So many alerts that differ are shown. */
    private static final int SHOWN = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "1500",
            description = "Pairs in the news. Default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "400",
            description = "Days of news. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--mentions",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Articles, each with a mention. Default: ${DEFAULT-VALUE}")
    private int mentions;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "The instance's -Xmx. Default: ${DEFAULT-VALUE}")
    private String heap;

    @Option(
            names = "--memory-mb",
            paramLabel = "MB",
            defaultValue = "1024",
            description = "The instance's demarche.memory.mb. Default: ${DEFAULT-VALUE}")
    private int memoryMb;

    @Option(names = "--property", paramLabel = "K=V", description = "Another setting of the instance; may be repeated.")
    private Map<String, String> properties = new HashMap<>();

    /** Runs the measurement and ends the process: 0 done, 1 failed or other alerts than the filter's, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new StateSize());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("state: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        StateNews news = new StateNews(pairs, days, mentions);
        TopicNames topics = new TopicNames("state.");
        try (PipelineCluster cluster = new PipelineCluster()) {
            cluster.createTopics(topics.prefix());
            int partitions = Topics.DAY_TICKS.partitions();
            news.send(cluster, topics, partitions);
            Path directory = cluster.directory("state");
            Map<String, String> settings = settings(cluster, topics, directory);
            LocalDate asOf = news.lastDay().plusDays(ROUNDS);
            try (InstanceProcess instance = start(settings)) {
                takeIn(cluster, topics, instance);
                for (int round = 1; round <= ROUNDS; round++) {
                    LocalDate day = news.lastDay().plusDays(round);
                    round(cluster, topics, instance, () -> StateNews.tick(cluster, topics, partitions, day));
                }
                say(
                        "resident memory at its highest",
                        "%,d MiB, %.2f of demarche.memory.mb",
                        instance.peakMiB(),
                        (double) instance.peakMiB() / memoryMb);
                say(
                        "transactions fenced, threads replaced",
                        "%d, %d",
                        instance.said().fenced(),
                        instance.said().outages());
            }
            restart("ready after kill -9, with the disk", settings);
            say("state on disk", "%,d MiB", bytes(directory) >> 20);
            restart("ready after a stop, with the disk", settings);
            delete(directory);
            restart("ready without the disk", settings);
            return compare(cluster, topics, news, asOf) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private Map<String, String> settings(PipelineCluster cluster, TopicNames topics, Path directory) {
        Map<String, String> settings = new HashMap<>(cluster.serdes());
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("application.id", "state");
        settings.put("demarche.topic.prefix", topics.prefix());
        settings.put("state.dir", directory.toString());
        settings.put("demarche.memory.mb", Integer.toString(memoryMb));
        settings.put("metrics.sample.window.ms", "1000"); // pauses of the last seconds
        settings.put(MeasuredInstance.NEWS, pairs + "," + days + "," + mentions);
        settings.putAll(properties);
        return settings;
    }

    private InstanceProcess start(Map<String, String> settings) {
        return InstanceProcess.start(List.of("-Xmx" + heap), settings);
    }

    private void takeIn(PipelineCluster cluster, TopicNames topics, InstanceProcess instance) {
        instance.await("running", LONG, InstanceProcess.Said::isRunning);
        say("the start", "longest pause %s", instance.longestPause());
        long start = System.nanoTime();
        awaitDone(cluster, topics, instance);
        double seconds = (System.nanoTime() - start) / 1e9;
        say("taken in", "%,.0f mentions/s; longest pause %s", mentions / seconds, instance.longestPause());
    }

    private void round(PipelineCluster cluster, TopicNames topics, InstanceProcess instance, Runnable tick) {
        long start = System.nanoTime();
        tick.run();
        awaitDone(cluster, topics, instance);
        double seconds = (System.nanoTime() - start) / 1e9;
        say("a day's round", "%.1f s; longest pause %s", seconds, instance.longestPause());
    }

    private static void awaitDone(PipelineCluster cluster, TopicNames topics, InstanceProcess instance) {
        cluster.awaitCommitted("state", List.of(topics.of(Topics.RAW_ARTICLES), topics.of(Topics.DAY_TICKS)), 0);
        cluster.awaitCommitted("state", List.of(topics.of(Topics.EVENT_MENTIONS), topics.of(Topics.DAY_MARKS)), 1);
        instance.await("settled", LONG, InstanceProcess.Said::settled);
    }

    private void restart(String what, Map<String, String> settings) {
        try (InstanceProcess again = start(settings)) {
            again.await("running", LONG, InstanceProcess.Said::isRunning);
            say(what, "%.1f s", again.seconds());
            again.await("settled", LONG, InstanceProcess.Said::settled);
            again.stop();
        }
    }

    private boolean compare(PipelineCluster cluster, TopicNames topics, StateNews news, LocalDate asOf) {
        Set<String> expected = new BatchAssessment(LadderAssessor.withBundledRules())
                .alerts(news.mentions(), asOf).stream()
                        .map(StateSize::withoutRevision)
                        .collect(Collectors.toSet());
        Map<String, EscalationAlert> last = new TreeMap<>();
        Deserializer<EscalationAlert> alerts = ValueSerdes.<EscalationAlert>of(EscalationAlert.class, cluster.serdes())
                .deserializer();
        cluster.committed(topics.of(Topics.ESCALATION_ALERTS), bytes -> {
            EscalationAlert alert = alerts.deserialize(Topics.ESCALATION_ALERTS.name(), bytes);
            last.put(alert.getAlertId(), alert);
        });
        last.values().removeIf(alert -> alert.getStatus() == AlertStatus.RETRACTED);
        Set<String> standing =
                last.values().stream().map(StateSize::withoutRevision).collect(Collectors.toSet());
        long same = standing.stream().filter(expected::contains).count();
        say("alerts that stand", "%,d, %,d of them as the filter's %,d", standing.size(), same, expected.size());
        standing.stream()
                .filter(alert -> !expected.contains(alert))
                .limit(SHOWN)
                .forEach(alert -> say("stands", "%s", alert));
        expected.stream()
                .filter(alert -> !standing.contains(alert))
                .limit(SHOWN)
                .forEach(alert -> say("should", "%s", alert));
        return standing.equals(expected);
    }

    /** How often an alert was told anew on the way depends on what came together. */
    private static String withoutRevision(EscalationAlert alert) {
        return RecordJson.write(EscalationAlert.newBuilder(alert).setRevision(0).build());
    }

    private static long bytes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> left = Files.walk(directory)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String what, String figures, Object... values) {
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%-42s %s%n", what, String.format(Locale.ROOT, figures, values));
        spec.commandLine().getOut().flush();
    }
}
