package io.demarche.cli;

import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.producer.ArticleFigures;
import io.demarche.producer.FeedPace;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.RunOptions;
import io.demarche.producer.source.FollowedDirectory;
import io.demarche.producer.source.NamedSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche produce}: articles to raw-articles. */
@Command(
        name = "produce",
        description = "Send news articles to raw-articles.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  demarche produce --jsonl articles.jsonl"})
final class ProduceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private FeedOptions feeds;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "feeds",
            description = "Names this set of feeds: of two producers of one name, the later takes over"
                    + " (default: ${DEFAULT-VALUE}).")
    private String name;

    @Mixin
    private MonitoringOptions monitoring;

    @Option(names = "--bundled", description = "Send the articles that come with the program.")
    private boolean bundled;

    @Option(
            names = "--follow",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Then go on until interrupted: send what is put into this directory, and announce each new day"
                            + " at midnight UTC. With feeds, check them when they are due; then no directory need be named.")
    private @Nullable Path followed;

    @Override
    public Integer call() throws Exception {
        boolean articles = !sources.isEmpty()
                || feeds.namesSources()
                || bundled
                || followedDirectory().isPresent();
        if (followed != null && followedDirectory().isEmpty() && feeds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--follow: name a directory, or feeds");
        }
        if (feeds.isEmpty() && !articles) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nothing to send: name --file, --dir, --jsonl, --bundled, --feed, --feeds or --follow DIR");
        }
        ProducerSettings settings = ProducerSettings.of(broker.servers(), registry.url(), broker.properties());
        PrintWriter err = spec.commandLine().getErr();
        ProgressView view = followed == null ? ProgressView.fitting(err, System.getenv()) : ProgressView.lines(err);
        ArticleFigures figures = new ArticleFigures();
        List<ProducerPart> parts = new ArrayList<>();
        try (AutoCloseable closing = () -> parts.forEach(ProducerPart::close);
                Interruption interruption =
                        Interruption.watch(() -> parts.parallelStream().forEach(ProducerPart::close))) {
            if (articles) {
                parts.add(articles(settings, figures, view));
            }
            if (!feeds.isEmpty()) {
                parts.add(feeds(settings, figures, view));
            }
            return monitored(parts);
        }
    }

    private Optional<Path> followedDirectory() {
        return Optional.ofNullable(followed).filter(path -> !path.toString().isEmpty());
    }

    private int monitored(List<ProducerPart> parts) {
        try (MonitoringOptions.Monitored monitored =
                monitoring.start("producer", () -> ProducerPart.health(parts), ProducerPart.figures(parts))) {
            if (followed != null && parts.size() == 2) {
                return Beside.run(parts.get(1)::run, parts.get(0)::run);
            }
            return parts.stream().mapToInt(ProducerPart::run).max().orElse(0);
        }
    }

    private ProducerPart articles(ProducerSettings settings, ArticleFigures figures, ProgressView view) {
        RunOptions options = RunOptions.lenient().tellingEvery(view.every());
        return new ArticlesPart(
                settings,
                figures,
                articles(),
                followedDirectory().map(path -> new FollowedDirectory(path, sources.defaults())),
                sources.strict() ? options.asStrict() : options,
                new ProgressLines(view, sources.strict()),
                spec.commandLine().getOut(),
                followed == null ? this::sayWhatIsNext : () -> {});
    }

    private ProducerPart feeds(ProducerSettings settings, ArticleFigures figures, ProgressView view) {
        boolean once = followed == null;
        FeedLines lines = new FeedLines(
                view, new ProgressLines(view, false), once ? feeds.addresses().size() : 0);
        FeedPace pace = once ? FeedPace.tellingEvery(view.every()) : FeedPace.following();
        return new FeedsPart(
                settings, figures, name, feeds, pace, lines, spec.commandLine().getOut());
    }

    private List<NamedSource> articles() {
        List<NamedSource> all = new ArrayList<>();
        if (bundled) {
            all.add(NamedSource.passing("bundled articles", DemoCommand.bundled()));
        }
        all.addAll(sources.open());
        all.addAll(feeds.sources());
        return all;
    }

    private void sayWhatIsNext() {
        Map<String, String> kafka = broker.kafka();
        kafka.put(RegistrySettings.URL, registry.url());
        String brokerOption = given("--bootstrap-servers", broker.servers());
        String registryOption =
                given("--schema-registry-url", RegistrySettings.from(kafka).shownUrls());
        PrintWriter err = spec.commandLine().getErr();
        err.println("demarche: " + NextStep.afterSending(kafka, brokerOption + registryOption, Instant.now()));
        err.flush();
    }

    private String given(String option, String value) {
        boolean named = spec.commandLine().getParseResult().hasMatchedOption(option);
        return named && !value.contains("@") ? " " + option + " " + value : "";
    }
}
