package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What one more mention of a pair of states costs in the topology, by how many mentions the pair has had, and how much
 * state the pair then holds. Pairs are measured in turn within one process, so that their ratio means something.
 */
@Command(
        name = "dyad-cost",
        description = "Measure what one more mention of a pair costs in the topology, by how many it has had.",
        mixinStandardHelpOptions = true)
public final class DyadCost implements Callable<Integer> {
    private static final int PER_BATCH = 40;
    /** Pairs with short histories are several, so that measuring does not lengthen them. */
    private static final int MENTIONS_IN_ALL = 4_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--history",
            paramLabel = "N,N…",
            split = ",",
            defaultValue = "100,100000",
            description = "How many mentions the pairs have had; the first is what the others are compared with."
                    + " Default: ${DEFAULT-VALUE}")
    private List<Integer> histories;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many batches of " + PER_BATCH + " more mentions to time. Default: ${DEFAULT-VALUE}")
    private int batches;

    /** Runs the measurement and ends the process: 0 done, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new DyadCost());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("dyad-cost: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        for (PairsInTheNews.News news : PairsInTheNews.News.values()) {
            measure(news);
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(PairsInTheNews.News news) {
        PrintWriter out = spec.commandLine().getOut();
        List<PairsInTheNews> pairs = new ArrayList<>();
        try {
            for (int history : histories) {
                PairsInTheNews of = new PairsInTheNews(news, Math.max(1, MENTIONS_IN_ALL / history));
                pairs.add(of);
                of.read(of.history(history));
            }
            double[][] costs = new double[pairs.size()][batches];
            for (int batch = -batches / 5; batch < batches; batch++) { // the first ones warm up
                for (int i = 0; i < pairs.size(); i++) {
                    double cost = cost(pairs.get(i));
                    if (batch >= 0) {
                        costs[i][batch] = cost;
                    }
                }
            }
            double first = median(costs[0]);
            for (int i = 0; i < pairs.size(); i++) {
                out.printf(
                        Locale.ROOT,
                        "%-14s after %,7d mentions: %6.0f µs a mention, ratio %.2f; state of a pair %,d kB in %,d entries%n",
                        news,
                        histories.get(i),
                        median(costs[i]),
                        median(costs[i]) / first,
                        pairs.get(i).state().bytes() / 1000,
                        pairs.get(i).state().entries());
            }
            out.flush();
        } finally {
            pairs.forEach(PairsInTheNews::close);
        }
    }

    private static double cost(PairsInTheNews of) {
        List<EventMention> more = of.more(PER_BATCH);
        long start = System.nanoTime();
        of.read(more);
        return (System.nanoTime() - start) / 1e3 / PER_BATCH;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
