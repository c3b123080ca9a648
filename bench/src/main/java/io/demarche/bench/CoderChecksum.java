package io.demarche.bench;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.json.RecordJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * One checksum over all mentions of the articles in the files: a refactoring of the coder must not change it. The coder's
 * version, which does change, is left out.
 */
@Command(
        name = "coder-checksum",
        description = "Print one SHA-256 over all mentions of the articles, the coder's version left out.",
        mixinStandardHelpOptions = true)
public final class CoderChecksum implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles as JSONL, or JSONL in gzip.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Code only each Nth article, for a quick look. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--mentions",
            paramLabel = "FILE",
            description = "Write the mentions there as JSONL, to compare those of two builds.")
    private @Nullable Path mentions;

    @Option(
            names = "--reports",
            paramLabel = "FILE",
            description = "Write there how each article was coded, to compare what two builds drop and why.")
    private @Nullable Path reports;

    private long number;

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CoderChecksum());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("coder-checksum: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public Integer call() throws IOException, NoSuchAlgorithmException {
        DiplomaticCoder coder = DiplomaticCoder.load();
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        PrintWriter out = spec.commandLine().getOut();
        try (Writer lines = open(mentions);
                Writer explained = open(reports)) {
            for (Path file : files) {
                MessageDigest one = MessageDigest.getInstance("SHA-256");
                long[] counts = new long[2];
                ArticleLines.read(file, article -> {
                    if (number++ % every == 0) {
                        counts[0]++;
                        counts[1] += digest(coder, article, one, all, lines);
                        if (reports != null) {
                            write(explained, coder.explain(article).render());
                        }
                    }
                });
                out.printf(
                        Locale.ROOT,
                        "%s  %s: %,d articles, %,d mentions%n",
                        hex(one),
                        file.getFileName(),
                        counts[0],
                        counts[1]);
                out.flush();
            }
        }
        out.printf("%s  all%n", hex(all));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static int digest(
            DiplomaticCoder coder, Article article, MessageDigest one, MessageDigest all, Writer lines) {
        List<EventMention> found = coder.code(article);
        for (EventMention mention : found) {
            mention.setCoderVersion("");
            String line = RecordJson.write(mention) + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            one.update(bytes);
            all.update(bytes);
            write(lines, line);
        }
        return found.size();
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Writer open(@Nullable Path file) {
        try {
            return file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
