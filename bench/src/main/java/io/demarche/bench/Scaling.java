package io.demarche.bench;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Articles a second through one, two, three instances with the real coder, each in a process of its own, from a backlog of our
 * own diplomatic articles on a broker in this process. All share this machine, the broker among them.
 */
@Command(
        name = "scaling",
        description = "Articles a second through one, two, three instances with the real coder.",
        mixinStandardHelpOptions = true)
public final class Scaling implements Callable<Integer> {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "6000",
            description = "Articles that are timed, after as many that warm up. Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(
            names = "--instances",
            paramLabel = "N,N…",
            split = ",",
            defaultValue = "1,2,3",
            description = "How many instances. Default: ${DEFAULT-VALUE}")
    private List<Integer> instances;

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Scaling());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("scaling: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        double first = 0;
        for (int number : instances) {
            double speed = measure(number);
            first = first == 0 ? speed : first;
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d instance%s %,8.0f articles/s, %.2f of the first%n",
                            number,
                            number == 1 ? " " : "s",
                            speed,
                            speed / first);
            spec.commandLine().getOut().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private double measure(int number) {
        List<InstanceProcess> running = new ArrayList<>();
        TopicNames topics = new TopicNames("scaling.");
        try (PipelineCluster cluster = new PipelineCluster();
                ArticleRecords records = new ArticleRecords(cluster)) {
            cluster.createTopics(topics.prefix());
            for (int i = 0; i < number; i++) {
                Map<String, String> settings = new HashMap<>(cluster.serdes());
                settings.put("bootstrap.servers", cluster.bootstrapServers());
                settings.put("application.id", "scaling");
                settings.put("demarche.topic.prefix", topics.prefix());
                settings.put("state.dir", cluster.directory("instance-" + i).toString());
                settings.put(MeasuredInstance.NEWS, MeasuredInstance.REAL);
                running.add(InstanceProcess.start(List.of("-Xmx1g"), settings));
            }
            running.forEach(one -> one.await("running", LONG, InstanceProcess.Said::isRunning));
            take(cluster, topics, running, records, records.more(articles));
            List<ArticleRecords.Encoded> timed = records.more(articles);
            long start = System.nanoTime();
            take(cluster, topics, running, records, timed);
            return articles * 1e9 / (System.nanoTime() - start);
        } finally {
            running.forEach(InstanceProcess::close);
        }
    }

    private static void take(
            PipelineCluster cluster,
            TopicNames topics,
            List<InstanceProcess> running,
            ArticleRecords records,
            List<ArticleRecords.Encoded> some) {
        records.send(topics.of(Topics.RAW_ARTICLES), some);
        cluster.awaitCommitted("scaling", List.of(topics.of(Topics.RAW_ARTICLES)), 0);
        cluster.awaitCommitted("scaling", List.of(topics.of(Topics.EVENT_MENTIONS)), 1);
        running.forEach(one -> one.await("settled", LONG, InstanceProcess.Said::settled));
    }
}
