package io.demarche.training;

import io.demarche.schemas.DemarcheException;
import io.demarche.training.parser.ParserTrainer;
import io.demarche.training.treebank.AnnotatedSentence;
import io.demarche.training.treebank.ClusterFile;
import io.demarche.training.treebank.Treebank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coder-training train}: trees to a model. */
@Command(
        name = "train",
        description = "Train tagger, moves and labels on trees and write the model that the coder reads.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TREES", description = "Trees as CoNLL-X.")
    private Path trees;

    @Parameters(index = "1", paramLabel = "MODEL", description = "The file to write the model to, gzipped.")
    private Path model;

    @Option(
            names = "--clusters",
            paramLabel = "FILE",
            description = "Words with their Brown clusters, as teach writes them. Without it there are none.")
    private @Nullable Path clusters;

    @Option(
            names = "--held-out",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leave out the first so many sentences, for compare. Default: ${DEFAULT-VALUE}")
    private int heldOut;

    @Option(
            names = "--sentences",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Train on at most so many sentences. Default: ${DEFAULT-VALUE}")
    private int most;

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "6",
            description = "Passes over the sentences for moves and labels. Default: ${DEFAULT-VALUE}")
    private int passes;

    @Option(
            names = "--prune",
            paramLabel = "WEIGHT",
            defaultValue = "2",
            description = "Leave out features all of whose weights are smaller. Default: ${DEFAULT-VALUE}")
    private double prune;

    @Override
    public Integer call() {
        if (heldOut < 0 || most < 2 || passes < 1 || !(prune >= 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--held-out and --prune must be 0 or more, --passes 1 or more, --sentences 2 or more");
        }
        Progress progress = new Progress(spec.commandLine().getOut());
        List<AnnotatedSentence> all = Treebank.read(trees, heldOut + most);
        if (all.size() < heldOut + 2) {
            throw new DemarcheException(trees + ": holds " + all.size() + " sentences, too few to hold out " + heldOut);
        }
        SortedMap<String, Integer> paths = clusters == null ? new TreeMap<>() : ClusterFile.read(clusters);
        ParserTrainer trained = ParserTrainer.train(all.subList(heldOut, all.size()), paths, passes, progress);
        try {
            trained.write(Files.newOutputStream(model), prune);
            progress.accept(model + ": " + Files.size(model) + " bytes");
        } catch (IOException e) {
            throw new DemarcheException(model + ": cannot be written (" + e.getMessage() + ")", e);
        }
        return 0;
    }
}
