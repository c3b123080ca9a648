package io.demarche.cli;

import io.demarche.producer.ArticleProducer;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.RunOptions;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.ArticleSource;
import io.demarche.producer.source.FollowedDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
@Command(name = "produce", description = "Send news articles to raw-articles.", mixinStandardHelpOptions = true)
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
    private MonitoringOptions monitoring;

    @Option(names = "--bundled", description = "Send the articles that come with the program.")
    private boolean bundled;

    @Option(
            names = "--follow",
            paramLabel = "DIR",
            description =
                    "Then go on until interrupted: send what is put into this directory, and announce each new day"
                            + " at midnight UTC.")
    private @Nullable Path followed;

    @Override
    public Integer call() {
        if (sources.isEmpty() && !bundled && followed == null) {
            throw new ParameterException(
                    spec.commandLine(), "nothing to send: name --file, --dir, --jsonl, --bundled or --follow");
        }
        ProducerSettings settings = ProducerSettings.of(broker.servers(), registry.url(), broker.properties());
        RunOptions options = sources.strict() ? RunOptions.lenient().asStrict() : RunOptions.lenient();
        ProgressLines progress = new ProgressLines(spec.commandLine().getErr(), sources.strict());
        Optional<FollowedDirectory> directory =
                Optional.ofNullable(followed).map(path -> new FollowedDirectory(path, sources.defaults()));
        try (ArticleProducer producer = ArticleProducer.connect(settings, Clock.systemUTC());
                MonitoringOptions.Monitored monitored =
                        monitoring.start("producer", producer::health, producer.figures());
                Interruption interruption = Interruption.watch(producer::close)) {
            RunSummary summary = producer.run(articles(), options, progress);
            spec.commandLine().getOut().println(summary.line());
            spec.commandLine().getOut().flush();
            directory.ifPresent(articles -> producer.follow(articles, LOOK_AGAIN, options, progress));
            // What could be sent was; whoever asked for more must not read of it in the output alone.
            return summary.rejected() > 0 ? Errors.FAILED : 0;
        }
    }

    private ArticleSource articles() {
        return bundled ? ArticleSource.concat(List.of(DemoCommand.bundled(), sources.open())) : sources.open();
    }
}
