package io.demarche.cli;

import io.demarche.kafka.monitoring.Health;
import io.demarche.producer.ArticleFigures;
import io.demarche.producer.FeedPace;
import io.demarche.producer.FeedProducer;
import io.demarche.producer.FeedSummary;
import io.demarche.producer.ProducerSettings;
import io.demarche.producer.fetch.WebFetcher;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;

/** Reads feeds. */
final class FeedsPart implements ProducerPart {
    private final FeedOptions feeds;
    private final List<String> addresses;
    private final FeedPace pace;
    private final FeedLines lines;
    private final PrintWriter out;
    private final WebFetcher fetcher;
    private final FeedProducer producer;

    /**
     * @param name of the set of feeds
     */
    FeedsPart(
            ProducerSettings settings,
            ArticleFigures figures,
            String name,
            FeedOptions feeds,
            FeedPace pace,
            FeedLines lines,
            PrintWriter out) {
        this.feeds = feeds;
        this.addresses = feeds.addresses();
        this.pace = pace;
        this.lines = lines;
        this.out = out;
        this.fetcher = feeds.fetcher();
        this.producer = FeedProducer.connect(settings, name, Clock.systemUTC(), figures);
    }

    @Override
    public int run() {
        FeedSummary summary = producer.run(addresses, feeds.check(fetcher), pace, lines);
        lines.byFeed().forEach(out::println);
        out.println(summary.line());
        out.flush();
        return pace.once() && summary.failed() + summary.rejected() > 0 ? Errors.FAILED : 0;
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
        fetcher.close();
    }
}
