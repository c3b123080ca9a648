package io.demarche.bench.accuracy;

import io.demarche.bench.corpus.Corpus;
import io.demarche.bench.corpus.LabelTypes;
import io.demarche.bench.corpus.OthersTexts;
import io.demarche.coder.DiplomaticCoder;
import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the coder gets right, on the corpus and on the sets of others that are there. */
@Command(
        name = "coder-accuracy",
        description = "Measure what the coder gets right on labelled articles.",
        mixinStandardHelpOptions = true)
public final class CoderAccuracy implements Callable<Integer> {
    /** The set that the gate looks at. */
    private static final String CHECK = "check";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Measure these alone: train, check, newswire, or the name of a file of others without its end,"
                            + " such as voa-dev. Default: all that are there.")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            defaultValue = "${sys:demarche.home:-.}/corpus",
            description = "Where the corpus lies. Default: ${DEFAULT-VALUE}")
    private Path corpus = Path.of("corpus");

    @Option(
            names = "--shared",
            paramLabel = "DIR",
            defaultValue = "${sys:demarche.home:-.}/../shared",
            description =
                    "Where the sets of others lie; where they do not, they are left out. Default: ${DEFAULT-VALUE}")
    private Path shared = Path.of("shared");

    @Option(
            names = "--agreement",
            description = "Measure the second reader instead of the coder: what two readers agree on.")
    private boolean agreement;

    @Option(names = "--details", description = "Show each type, construction and voice.")
    private boolean details;

    @Option(names = "--misses", description = "Show each act that was missed or coded wrongly.")
    private boolean misses;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scores there.")
    private @Nullable Path json;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Fail where a figure of check is worse by more than one standard error than in this file.")
    private @Nullable Path compare;

    @Option(names = "--page", paramLabel = "FILE", description = "Write the page on accuracy there. Needs check.")
    private @Nullable Path page;

    /** Runs the command and ends the process: 0 done, 1 something was lost or failed, 2 wrong usage. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CoderAccuracy());
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            if (!(error instanceof DemarcheException)) {
                throw error;
            }
            command.getErr().println("coder-accuracy: " + error.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LabelTypes types = LabelTypes.load();
        Corpus read = Corpus.read(corpus);
        OthersTexts others = new OthersTexts(shared);
        if (agreement) {
            Agreement readers = new Agreement(types);
            ScoreTable.print(readers.firm(read, new Figures(types)), details, out);
            ScoreTable.print(readers.every(read, new Figures(types)), details, out);
            return CommandLine.ExitCode.OK;
        }
        DiplomaticCoder coder = DiplomaticCoder.load();
        Measuring measuring = new Measuring(coder, types);
        Figures figures = new Figures(types);
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        articleSets(new LabelledSets(types, read, others)).forEach((name, articles) -> {
            List<Outcome> outcomes = measuring.outcomes(articles);
            Scorecard card = Scorecard.of(name, figures.of(outcomes), outcomes);
            show(card, outcomes, out);
            cards.put(name, card);
        });
        new SentenceSets(others).sets().forEach((name, sentences) -> {
            if (wanted(name)) {
                List<Outcome> outcomes = measuring.outcomes(sentences);
                Scorecard card = Scorecard.of(name, SentenceSets.figures(sentences), outcomes)
                        .withoutBins();
                show(card, outcomes, out);
                cards.put(name, card);
            }
        });
        wanted.stream().filter(name -> !cards.containsKey(name)).findFirst().ifPresent(name -> {
            throw new DemarcheException("there is no set " + name + " in " + corpus + " or " + shared);
        });
        if (json != null) {
            ScoreJson.write(json, coder.version(), cards.values());
        }
        if (page != null) {
            Scorecard agreed = new Agreement(types).firm(read, figures);
            write(page, AccuracyPage.render(checked(cards), agreed, cards));
        }
        return compare == null ? CommandLine.ExitCode.OK : compare(ScoreJson.read(compare, CHECK), checked(cards), out);
    }

    private Map<String, List<LabelledArticle>> articleSets(LabelledSets sets) {
        Map<String, Supplier<List<LabelledArticle>>> all = new LinkedHashMap<>();
        all.put("train", sets::train);
        all.put(CHECK, sets::check);
        all.put("newswire", sets::newswire);
        sets.shared().forEach((name, articles) -> all.put(name, () -> articles));
        Map<String, List<LabelledArticle>> found = new LinkedHashMap<>();
        all.forEach((name, articles) -> {
            if (wanted(name) && !articles.get().isEmpty()) {
                found.put(name, articles.get());
            }
        });
        return found;
    }

    private boolean wanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private void show(Scorecard card, List<Outcome> outcomes, PrintWriter out) {
        ScoreTable.print(card, details, out);
        if (misses) {
            Measuring.misses(outcomes).forEach(out::println);
        }
    }

    private static Scorecard checked(Map<String, Scorecard> cards) {
        Scorecard card = cards.get(CHECK);
        if (card == null) {
            throw new DemarcheException("the set check was not measured: leave out --set, or name it");
        }
        return card;
    }

    private int compare(Scorecard before, Scorecard now, PrintWriter out) {
        Comparison comparison = Comparison.of(before, now);
        out.printf("%ncompared with %s:%n%s", compare, comparison.table());
        if (!comparison.lost().isEmpty()) {
            out.println("accuracy was lost: mend it, or commit new scores and say why (CONTRIBUTING.md)");
        } else if (comparison.changed()) {
            out.println("nothing was lost, but the scores have changed: commit the new ones (CONTRIBUTING.md)");
        } else {
            out.println("the same");
        }
        out.flush();
        return comparison.lost().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new DemarcheException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }
}
