package io.demarche.bench;

import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Whether the coder keeps its promises over real articles: no exception, quotes where their offsets say, the same mentions
 * by another coder, on several threads and in another order; and over hard texts: linear time within the process's heap.
 */
@Command(
        name = "coder-check",
        description = "Check over real articles that the coder never fails, quotes exactly and always codes alike,"
                + " and over hard texts that its time is linear.",
        mixinStandardHelpOptions = true)
public final class CoderCheck implements Callable<Integer> {
    /** Enough for the compiler to be done with what a hard text needs. */
    private static final int WARM_UP_LENGTH = 200_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Articles as JSONL, or JSONL in gzip. One that is absent is skipped.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many threads to compare with one. Default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(
            names = "--hard-text",
            paramLabel = "CHARACTERS",
            defaultValue = "2500000",
            description = "Length of a hard text, which is compared with one four times as long; 0 leaves them out."
                    + " Default: ${DEFAULT-VALUE}")
    private int length;

    /** Runs the check and ends the process: 0 all is well, 1 something is not, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CoderCheck());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("coder-check: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public Integer call() {
        if (threads < 1 || length < 0) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, --hard-text 0 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        DiplomaticCoder coder = DiplomaticCoder.load();
        out.printf(
                Locale.ROOT,
                "coder %s, heap at most %d MB%n",
                coder.version(),
                Runtime.getRuntime().maxMemory() >> 20);
        boolean well = true;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                well &= check(coder, file, out);
            } else {
                out.println("skipped: " + file + " is not there");
            }
            out.flush();
        }
        if (length > 0) {
            well &= checkHardTexts(coder, out);
        }
        out.println(HeapPeak.describe());
        out.println(well ? "all is well" : "NOT ALL IS WELL");
        out.flush();
        return well ? 0 : 1;
    }

    private boolean check(DiplomaticCoder coder, Path file, PrintWriter out) {
        List<Article> articles = new ArrayList<>();
        int rejected = ArticleLines.read(file, articles::add);
        CodedArticles once = CodedArticles.of(coder, articles, 1, false);
        out.printf(
                Locale.ROOT,
                "%s: %,d articles (%d lines rejected), %,d mentions, sha-256 %s%n",
                file.getFileName(),
                articles.size(),
                rejected,
                once.count(),
                once.digest());
        once.faults().forEach(fault -> out.println("  FAULT " + fault));
        out.println("  exceptions and wrong quotes: " + once.faults().size());
        long again = once.differences(CodedArticles.of(DiplomaticCoder.load(), articles, 1, false));
        long parallel = once.differences(CodedArticles.of(coder, articles, threads, false));
        long shuffled = once.differences(CodedArticles.of(coder, articles, threads, true));
        out.println("  articles coded otherwise by a second coder: " + again + "; on " + threads + " threads: "
                + parallel + "; on " + threads + " threads in another order: " + shuffled);
        return once.faults().isEmpty() && again + parallel + shuffled == 0;
    }

    private boolean checkHardTexts(DiplomaticCoder coder, PrintWriter out) {
        boolean linear = true;
        for (HardText text : HardText.values()) {
            Growth.measure(coder, text, Math.min(length, WARM_UP_LENGTH));
            Growth growth = Growth.measure(coder, text, length);
            out.println(growth.describe());
            out.flush();
            linear &= growth.isLinear();
        }
        return linear;
    }
}
