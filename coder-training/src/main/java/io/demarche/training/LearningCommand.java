package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.evidence.CorpusFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how well evidence models do on articles that they have not seen. */
@Command(
        name = "learning",
        description =
                "Fits on parts of the labelled articles, tries on the others, and writes a page on what was learned.",
        mixinStandardHelpOptions = true)
final class LearningCommand implements Callable<Integer> {
    @Mixin
    private CorpusOptions from = new CorpusOptions();

    @Option(names = "--page", required = true, description = "Where to write the page.")
    private Path page = Path.of("learning.md");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String text = CorpusFit.learning(
                from.corpus,
                from.labels,
                from.texts,
                from.folds,
                line -> spec.commandLine().getErr().println(line));
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new DemarcheException("cannot write " + page + ": " + e.getMessage());
        }
        return 0;
    }
}
