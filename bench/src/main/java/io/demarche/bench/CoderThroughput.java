package io.demarche.bench;

import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * How many articles a second a process of its own takes from lines of JSON in a file to mentions as lines of JSON, on one
 * thread; how much heap that takes; and how long {@code demarche code} takes to start and to answer one article.
 */
@Command(
        name = "coder-throughput",
        description = "Articles a second of the whole coder over files, peak heap, and the start time of the command.",
        mixinStandardHelpOptions = true)
public final class CoderThroughput implements Callable<Integer> {
    private static final int STARTS = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Articles as JSONL, or JSONL in gzip. One that is absent is skipped.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "Code for at least so long, in whole passes, before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Measured passes over each file. Default: ${DEFAULT-VALUE}")
    private int passes;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The demarche command, to measure its start; without it that is skipped.")
    private @Nullable Path launcher;

    /** Runs the measurement and ends the process: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new CoderThroughput());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("coder-throughput: " + error.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        if (warmUp < 0 || passes < 1) {
            throw new ParameterException(spec.commandLine(), "--warm-up must be 0 or more, --passes 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        long begin = System.nanoTime();
        DiplomaticCoder coder = DiplomaticCoder.load();
        Duration load = Duration.ofNanos(System.nanoTime() - begin);
        out.printf(
                Locale.ROOT,
                "coder %s, Java %s, %d processor(s), heap at most %d MB; loaded in %.2f s%n",
                coder.version(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                seconds(load));
        boolean failed = false;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                failed |= measure(coder, file, out);
            } else {
                out.println("skipped: " + file + " is not there");
            }
            out.flush();
        }
        out.println(HeapPeak.describe());
        if (launcher == null) {
            out.println("skipped: the start of demarche code (no --launcher)");
        } else {
            Article article = OwnArticles.diplomatic().get(0);
            out.println(StartTime.measure(launcher, article, STARTS).describe());
        }
        out.flush();
        return failed ? 1 : 0;
    }

    /** Prints what the file came to; whether the coder failed on an article. */
    private boolean measure(DiplomaticCoder coder, Path file, PrintWriter out) {
        Pass first = Pass.run(coder, file);
        if (first.articles() == 0) {
            throw new DemarcheException(file + ": holds no article");
        }
        out.printf(
                Locale.ROOT,
                "%s: %,d articles, %.1f million characters, %,d mentions; %d lines rejected%n",
                file.getFileName(),
                first.articles(),
                first.characters() / 1e6,
                first.mentions(),
                first.rejected());
        for (String failure : first.failures()) {
            out.println("  FAILED on " + failure);
        }
        out.printf(Locale.ROOT, "  first pass, from cold: %,.0f articles/s%n", first.articlesPerSecond());
        out.flush();
        double spent = seconds(first.whole());
        while (spent < warmUp) {
            spent += seconds(Pass.run(coder, file).whole());
        }
        List<Pass> measured = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            Pass pass = Pass.run(coder, file);
            if (pass.mentions() != first.mentions()) {
                throw new DemarcheException(file + ": " + pass.mentions() + " mentions in one pass and "
                        + first.mentions() + " in another");
            }
            measured.add(pass);
        }
        measured.sort((a, b) -> Double.compare(a.articlesPerSecond(), b.articlesPerSecond()));
        Pass median = measured.get(measured.size() / 2);
        out.printf(
                Locale.ROOT,
                "  warm: %,.0f articles/s (%d passes: %,.0f to %,.0f), %.2f million characters/s, %.0f %% of it in the coder%n",
                median.articlesPerSecond(),
                measured.size(),
                measured.get(0).articlesPerSecond(),
                measured.get(measured.size() - 1).articlesPerSecond(),
                median.characters() / 1e6 / seconds(median.whole()),
                100.0 * median.coding().toNanos() / median.whole().toNanos());
        return !first.failures().isEmpty();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
