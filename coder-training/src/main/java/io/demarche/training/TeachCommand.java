package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.parser.WordCounts;
import io.demarche.training.teacher.BrownClusters;
import io.demarche.training.teacher.Nlp4jTeacher;
import io.demarche.training.teacher.TrainingText;
import io.demarche.training.treebank.ClusterFile;
import io.demarche.training.treebank.Treebank;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coder-training teach}: raw text to trees. */
@Command(
        name = "teach",
        description = "Let the teacher tag and parse the sentences of a directory of plain texts.",
        mixinStandardHelpOptions = true)
final class TeachCommand implements Callable<Integer> {
    private static final int TELL_EVERY = 5_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TEXT-DIR", description = "Plain texts in UTF-8; a line is a paragraph.")
    private Path text;

    @Parameters(index = "1", paramLabel = "TREES", description = "The file to write the trees to, as CoNLL-X.")
    private Path trees;

    @Option(
            names = "--clusters",
            paramLabel = "FILE",
            description = "Write the words' Brown clusters, as the teacher has them, to this file.")
    private @Nullable Path clusters;

    @Option(
            names = "--sentences",
            paramLabel = "N",
            defaultValue = "80000",
            description = "Stop after so many sentences. Default: ${DEFAULT-VALUE}")
    private int most;

    @Option(
            names = "--cluster-words-seen",
            paramLabel = "N",
            defaultValue = "2",
            description = "Only words that occur so often get a cluster. Default: ${DEFAULT-VALUE}")
    private int leastSeen;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut());
        Nlp4jTeacher teacher = Nlp4jTeacher.load();
        progress.accept("the teacher is ready");
        try (BufferedWriter out = Files.newBufferedWriter(trees)) {
            Lessons lessons = new Lessons(teacher, out, progress);
            new TrainingText().read(text, lessons);
            progress.accept(lessons.sentences + " sentences in " + trees);
            if (clusters != null) {
                SortedMap<String, String> paths = BrownClusters.of(word -> lessons.words.of(word) >= leastSeen);
                ClusterFile.write(clusters, paths);
                progress.accept(paths.size() + " words with clusters in " + clusters);
            }
            return 0;
        } catch (UncheckedIOException | IOException e) {
            throw new DemarcheException("the trees cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Hands each sentence to the teacher and writes down the answer. */
    private final class Lessons implements TrainingText.Reader {
        private final Nlp4jTeacher teacher;
        private final BufferedWriter out;
        private final Progress progress;
        private final WordCounts words = new WordCounts();
        private int sentences;

        Lessons(Nlp4jTeacher teacher, BufferedWriter out, Progress progress) {
            this.teacher = teacher;
            this.out = out;
            this.progress = progress;
        }

        @Override
        public boolean take(List<String> forms) {
            teacher.annotate(forms).ifPresent(sentence -> {
                try {
                    out.write(Treebank.lines(sentence));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                words.add(forms);
                if (++sentences % TELL_EVERY == 0) {
                    progress.accept(sentences + " sentences");
                }
            });
            return sentences < most;
        }
    }
}
