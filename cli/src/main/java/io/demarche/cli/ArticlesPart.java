package io.demarche.cli;

import io.demarche.kafka.monitoring.Health;
import io.demarche.producer.ArticleFigures;
import io.demarche.producer.ArticleProducer;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.RunOptions;
import io.demarche.producer.RunSummary;
import io.demarche.producer.source.FollowedDirectory;
import io.demarche.producer.source.NamedSource;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends what sources hold, and what is put into a directory after that. */
final class ArticlesPart implements ProducerPart {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ArticleProducer producer;
    private final List<NamedSource> sources;
    private final Optional<FollowedDirectory> followed;
    private final RunOptions options;
    private final ProgressLines lines;
    private final PrintWriter out;
    private final Runnable sentSome;

    /**
     * @param sentSome what to do where articles were sent and the run is over
     */
    ArticlesPart(
            ProducerSettings settings,
            ArticleFigures figures,
            List<NamedSource> sources,
            Optional<FollowedDirectory> followed,
            RunOptions options,
            ProgressLines lines,
            PrintWriter out,
            Runnable sentSome) {
        this.sources = sources;
        this.followed = followed;
        this.options = options;
        this.lines = lines;
        this.out = out;
        this.sentSome = sentSome;
        this.producer = ArticleProducer.connect(settings, Clock.systemUTC(), figures);
    }

    @Override
    public int run() {
        RunSummary summary = producer.run(sources, options, lines);
        lines.bySource().forEach(out::println);
        out.println(summary.line());
        out.flush();
        if (summary.sent() > 0 && !summary.stopped()) {
            sentSome.run();
        }
        followed.ifPresent(directory -> producer.follow(directory, LOOK_AGAIN, options, lines));
        // What could be sent was; whoever asked for more must not read of it in the output alone.
        return summary.rejected() > 0 ? Errors.FAILED : 0;
    }

    @Override
    public Health health() {
        return producer.health();
    }

    @Override
    public MeterBinder figures() {
        return producer.figures();
    }

    @Override
    public void close() {
        producer.close();
    }
}
