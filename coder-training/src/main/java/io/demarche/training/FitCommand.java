package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.evidence.CorpusFit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the evidence model on labelled articles. */
@Command(
        name = "fit",
        description = "Fits the coder's evidence model on labelled articles; the same articles give the same bytes.",
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {
    @Mixin
    private CorpusOptions from = new CorpusOptions();

    @Option(names = "--out", required = true, description = "Where to write the model.")
    private Path out = Path.of("evidence-model.gz");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] model = CorpusFit.fit(
                from.corpus,
                from.labels,
                from.texts,
                from.folds,
                line -> spec.commandLine().getErr().println(line));
        try (OutputStream to = Files.newOutputStream(out)) {
            to.write(model);
        } catch (IOException e) {
            throw new DemarcheException("cannot write " + out + ": " + e.getMessage());
        }
        spec.commandLine().getOut().println(out + ": " + model.length + " bytes");
        return 0;
    }
}
