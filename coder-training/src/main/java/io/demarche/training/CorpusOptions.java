package io.demarche.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which labelled articles to learn from. */
final class CorpusOptions {
    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            description = "Labelled articles, one a line, as corpus/schema.json has it.")
    List<Path> corpus = new ArrayList<>();

    @Option(names = "--labels", description = "Labels that point by id into the texts of --texts.")
    @Nullable
    Path labels;

    @Option(names = "--texts", arity = "1..*", description = "Texts for --labels: JSON lines, also packed by gzip.")
    List<Path> texts = new ArrayList<>();

    @Option(
            names = "--folds",
            defaultValue = "4",
            description =
                    "Into how many parts the corpus is cut, so that each is read by models that have not seen it (default: ${DEFAULT-VALUE}).")
    int folds;
}
