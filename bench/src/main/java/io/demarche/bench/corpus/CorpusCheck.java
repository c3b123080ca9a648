package io.demarche.bench.corpus;

import io.demarche.schemas.DemarcheException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the corpus and counts what it holds. */
@Command(
        name = "corpus-check",
        description = "Check the corpus, count what it holds, and look for words borrowed from others.",
        mixinStandardHelpOptions = true)
public final class CorpusCheck implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            defaultValue = "${sys:demarche.home:-.}/corpus",
            description = "Where it lies. Default: ${DEFAULT-VALUE}")
    private Path corpus = Path.of("corpus");

    @Option(
            names = "--shared",
            paramLabel = "DIR",
            description = "Texts of others, with which ours may share no eight words in a row. Skipped where absent.")
    private @Nullable Path shared;

    @Option(
            names = "--own",
            paramLabel = "DIR",
            description = "A directory with further texts of ours, to compare with those of others.")
    private List<Path> own = new ArrayList<>();

    /** Runs the check and ends the process: 0 all is well, 1 something is not, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CorpusCheck());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("corpus-check: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Corpus read = Corpus.read(corpus);
        CorpusCounts.print(read, out);
        List<String> faults = CorpusAudit.of(read, corpus).faults();
        if (shared != null) {
            if (Files.isDirectory(shared)) {
                Borrowings borrowings = new Borrowings();
                borrowings.addArticles(read.articles());
                own.forEach(borrowings::addFiles);
                faults.addAll(borrowings.find(new OthersTexts(shared)));
            } else {
                out.println(shared + ": absent, nothing to compare with");
            }
        }
        faults.forEach(out::println);
        out.println(faults.isEmpty() ? "no faults" : faults.size() + " faults");
        out.flush();
        return faults.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
