package io.demarche.cli;

import io.demarche.producer.ArticleProducer;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.RunOptions;
import io.demarche.producer.RunSummary;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demarche produce}: articles to raw-articles. */
@Command(name = "produce", description = "Send news articles to raw-articles.", mixinStandardHelpOptions = true)
final class ProduceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private SourceOptions sources;

    @Override
    public Integer call() {
        if (sources.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "nothing to send: name --file, --dir or --jsonl");
        }
        ProducerSettings settings = new ProducerSettings(broker.servers(), registry.url(), broker.properties());
        RunOptions options = sources.strict() ? RunOptions.lenient().asStrict() : RunOptions.lenient();
        try (ArticleProducer producer = ArticleProducer.connect(settings, Clock.systemUTC());
                Interruption interruption = Interruption.watch(producer::close)) {
            RunSummary summary = producer.run(
                    sources.open(),
                    options,
                    new ProgressLines(spec.commandLine().getErr(), sources.strict()));
            spec.commandLine().getOut().println(summary.line());
            return summary.sent() + summary.duplicate() == 0 && summary.rejected() > 0 ? Errors.FAILED : 0;
        }
    }
}
