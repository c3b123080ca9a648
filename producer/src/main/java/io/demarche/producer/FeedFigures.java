package io.demarche.producer;

import io.demarche.avro.SourceStatus;
import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.feed.CheckResult.Outcome;
import io.demarche.producer.fetch.Trouble;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The figures of feeds: {@code demarche_feeds} by how they stand, {@code demarche_feed_checks_total} by what came of them,
 * {@code demarche_feed_failures_total} by reason, {@code demarche_feed_articles_total}; and those of articles, with each commit. All start
 * at zero.
 */
final class FeedFigures implements MeterBinder {
    private static final List<SourceStatus> OF_FEEDS =
            List.of(SourceStatus.ACTIVE, SourceStatus.FAILING, SourceStatus.RETIRED);

    private final Map<String, SourceStatus> stands = new ConcurrentHashMap<>();
    private final Map<Outcome, LongAdder> checks = new EnumMap<>(Outcome.class);
    private final Map<Trouble, LongAdder> failures = new EnumMap<>(Trouble.class);
    private final LongAdder items = new LongAdder();
    private final ArticleFigures articles;

    FeedFigures(ArticleFigures articles) {
        this.articles = articles;
        for (Outcome outcome : Outcome.values()) {
            checks.put(outcome, new LongAdder());
        }
        for (Trouble trouble : Trouble.values()) {
            failures.put(trouble, new LongAdder());
        }
    }

    void add(List<CheckResult> results, FeedTransaction.Sent committed) {
        articles.add(
                committed.sent(), results.stream().mapToLong(CheckResult::known).sum(), committed.rejected());
        for (CheckResult result : results) {
            stands.put(result.state().getSource(), result.state().getStatus());
            checks.get(result.outcome()).increment();
            result.trouble().ifPresent(trouble -> failures.get(trouble).increment());
            items.add(result.articles().size());
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SourceStatus status : OF_FEEDS) {
            Gauge.builder(
                            "demarche.feeds",
                            stands,
                            all -> all.values().stream().filter(status::equals).count())
                    .tag("status", label(status))
                    .register(registry);
        }
        checks.forEach((outcome, count) -> FunctionCounter.builder("demarche.feed.checks", count, LongAdder::sum)
                .tag("outcome", label(outcome))
                .register(registry));
        failures.forEach((trouble, count) -> FunctionCounter.builder("demarche.feed.failures", count, LongAdder::sum)
                .tag("reason", trouble.label())
                .register(registry));
        FunctionCounter.builder("demarche.feed.articles", items, LongAdder::sum).register(registry);
        articles.bindTo(registry);
    }

    private static String label(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
