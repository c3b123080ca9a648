package io.demarche.cli;

import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.producer.ArticleProducer;
import io.demarche.producer.FeedProducer;
import io.demarche.producer.FeedSummary;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.RunOptions;
import io.demarche.producer.RunSummary;
import io.demarche.producer.fetch.WebFetcher;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.FollowedDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

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
    public Integer call() {
        boolean articles = !sources.isEmpty()
                || feeds.namesPages()
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
        if (feeds.isEmpty()) {
            return articles(settings);
        }
        List<String> addresses = feeds.addresses();
        if (!articles) {
            return feeds(settings, addresses);
        }
        return followed == null
                ? Math.max(articles(settings), feeds(settings, addresses))
                : Beside.run(() -> feeds(settings, addresses), () -> articles(settings));
    }

    private Optional<Path> followedDirectory() {
        return Optional.ofNullable(followed).filter(path -> !path.toString().isEmpty());
    }

    private int articles(ProducerSettings settings) {
        RunOptions options = sources.strict() ? RunOptions.lenient().asStrict() : RunOptions.lenient();
        ProgressLines progress = new ProgressLines(spec.commandLine().getErr(), sources.strict());
        Optional<FollowedDirectory> directory =
                followedDirectory().map(path -> new FollowedDirectory(path, sources.defaults()));
        try (ArticleProducer producer = ArticleProducer.connect(settings, Clock.systemUTC());
                MonitoringOptions.Monitored monitored =
                        monitoring.start("producer", producer::health, producer.figures());
                Interruption interruption = Interruption.watch(producer::close)) {
            RunSummary summary = producer.run(articles(), options, progress);
            spec.commandLine().getOut().println(summary.line());
            spec.commandLine().getOut().flush();
            if (summary.sent() > 0 && !summary.stopped() && followed == null) {
                sayWhatIsNext();
            }
            directory.ifPresent(articles -> producer.follow(articles, LOOK_AGAIN, options, progress));
            // What could be sent was; whoever asked for more must not read of it in the output alone.
            return summary.rejected() > 0 ? Errors.FAILED : 0;
        }
    }

    private int feeds(ProducerSettings settings, List<String> addresses) {
        PrintWriter err = spec.commandLine().getErr();
        FeedLines lines = new FeedLines(err, new ProgressLines(err, false));
        boolean alone = sources.isEmpty()
                && !feeds.namesPages()
                && !bundled
                && followedDirectory().isEmpty();
        try (WebFetcher fetcher = feeds.fetcher();
                FeedProducer producer = FeedProducer.connect(settings, name, Clock.systemUTC());
                MonitoringOptions.Monitored monitored =
                        alone ? monitoring.start("producer", producer::health, producer.figures()) : () -> {};
                Interruption interruption = Interruption.watch(producer::close)) {
            FeedSummary summary = producer.run(addresses, feeds.check(fetcher), followed == null, lines);
            PrintWriter out = spec.commandLine().getOut();
            if (followed == null) {
                lines.last().forEach((feed, what) -> out.println(feed + ": " + what));
            }
            out.println(summary.line());
            out.flush();
            return followed == null && summary.failed() + summary.rejected() > 0 ? Errors.FAILED : 0;
        }
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

    private ArticleSource articles() {
        List<ArticleSource> all = new ArrayList<>();
        if (bundled) {
            all.add(DemoCommand.bundled());
        }
        all.add(sources.open());
        all.add(feeds.pages());
        return ArticleSource.concat(all);
    }
}
