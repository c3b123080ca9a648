package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.parser.Agreement;
import io.demarche.training.treebank.AnnotatedSentence;
import io.demarche.training.treebank.Treebank;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coder-training compare}: a model against trees. */
@Command(
        name = "compare",
        description = "Tell how far a model agrees with trees: tags, heads (UAS), heads with labels (LAS).",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    /** Figures of a rarer label would be chance. */
    private static final int ARCS_WORTH_TELLING = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model, gzipped.")
    private Path model;

    @Parameters(index = "1", paramLabel = "TREES", description = "Trees as CoNLL-X.")
    private Path trees;

    @Option(
            names = "--sentences",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Only the first so many sentences. Default: ${DEFAULT-VALUE}")
    private int most;

    @Option(names = "--by-label", description = "Tell it for each label too.")
    private boolean byLabel;

    @Override
    public Integer call() {
        List<AnnotatedSentence> sentences = Treebank.read(trees, most);
        if (sentences.isEmpty()) {
            throw new DemarcheException(trees + ": holds no sentence");
        }
        try (InputStream in = Files.newInputStream(model)) {
            print(sentences.size(), Agreement.of(in, sentences));
            return 0;
        } catch (IOException e) {
            throw new DemarcheException(model + ": cannot be read as a model (" + e.getMessage() + ")", e);
        }
    }

    private void print(int sentences, Agreement agreement) {
        PrintWriter out = spec.commandLine().getOut();
        double tokens = agreement.tokens() / 100.0;
        out.printf(
                Locale.ROOT,
                "%d sentences, %d tokens: tags %.2f %%, UAS %.2f %%, LAS %.2f %%%n",
                sentences,
                agreement.tokens(),
                agreement.tags() / tokens,
                agreement.heads() / tokens,
                agreement.arcs() / tokens);
        if (byLabel) {
            agreement.labels().forEach((label, arcs) -> {
                if (arcs.given() >= ARCS_WORTH_TELLING) {
                    out.printf(Locale.ROOT, "  %-10s %6d arcs  F1 %5.1f %%%n", label, arcs.given(), 100 * arcs.f1());
                }
            });
        }
        out.flush();
    }
}
