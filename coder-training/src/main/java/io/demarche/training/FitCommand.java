package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.evidence.CorpusFit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the evidence model on labelled articles. */
@Command(
        name = "fit",
        description = "Fits the coder's evidence model on labelled articles; the same articles give the same bytes.",
        mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {
    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            description = "Labelled articles, one a line, as corpus/schema.json has it.")
    private List<Path> corpus = new ArrayList<>();

    @Option(names = "--labels", description = "Labels that point by id into the texts of --texts.")
    private @Nullable Path labels;

    @Option(names = "--texts", arity = "1..*", description = "Texts for --labels: JSON lines, also packed by gzip.")
    private List<Path> texts = new ArrayList<>();

    @Option(
            names = "--folds",
            defaultValue = "4",
            description =
                    "Into how many parts the corpus is cut, so that each is read by models that have not seen it (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(names = "--out", required = true, description = "Where to write the model.")
    private Path out = Path.of("evidence-model.gz");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] model = CorpusFit.fit(
                corpus,
                labels,
                texts,
                folds,
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
