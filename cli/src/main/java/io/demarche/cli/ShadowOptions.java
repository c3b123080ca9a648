package io.demarche.cli;

import io.demarche.coder.DiplomaticCoder;
import io.demarche.replay.Difference;
import io.demarche.replay.ShadowRun;
import io.demarche.replay.ShadowSummary;
import io.demarche.schemas.DemarcheException;
import io.demarche.streams.DemarcheStreams;
import io.demarche.tension.LadderAssessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code demarche replay --shadow}: articles coded and assessed anew in topics of their own, and compared. */
final class ShadowOptions {
    /** Exit code where events or alerts differ. */
    private static final int DIFFERENT = 3;

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = "--shadow",
            description =
                    "Code and assess the articles anew in topics made for it and deleted afterwards, and print what"
                            + " differs from the live events and alerts. Exit code 0: no difference, 3: some.")
    private boolean asked;

    @Option(
            names = "--acts",
            paramLabel = "FILE",
            description = "With --shadow: code by this acts.tsv instead of the bundled one.")
    private @Nullable Path acts;

    @Option(
            names = "--jsonl",
            paramLabel = "FILE|-",
            description =
                    "With --shadow: write the differences to this file, too, one JSON object a line; '-' prints them"
                            + " instead of the table.")
    private @Nullable Path jsonl;

    boolean isAsked() {
        return asked;
    }

    int run(Map<String, String> settings, Optional<Instant> from, Optional<Instant> to, CommandLine command) {
        DiplomaticCoder coder = DiplomaticCoder.with(ActsFile.lexicon(acts));
        LadderAssessor assessor = LadderAssessor.withBundledRules();
        ShadowSummary summary;
        try (ShadowRun run = new ShadowRun(settings, from, to, own -> new DemarcheStreams(own, coder, assessor));
                Interruption interruption = Interruption.watch(run::stopAndAwait)) {
            summary = run.run();
        }
        if (STANDARD_OUTPUT.equals(jsonl)) {
            summary.differences().forEach(one -> command.getOut().println(one.json()));
            command.getErr().println(summary.line());
            command.getErr().flush();
        } else {
            print(summary, command.getOut());
            write(summary);
        }
        return summary.differences().isEmpty() ? 0 : DIFFERENT;
    }

    private static void print(ShadowSummary summary, PrintWriter out) {
        if (!summary.differences().isEmpty()) {
            out.println(Difference.head());
        }
        summary.differences().forEach(one -> out.println(one.row()));
        out.println(summary.line());
    }

    private void write(ShadowSummary summary) {
        if (jsonl == null) {
            return;
        }
        try {
            Files.write(
                    jsonl,
                    summary.differences().stream()
                            .map(Difference::json)
                            .map(Object::toString)
                            .toList());
        } catch (IOException e) {
            throw new DemarcheException(
                    "--jsonl: cannot write " + jsonl + ": name a file in a directory that exists", e);
        }
    }
}
