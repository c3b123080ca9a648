package io.demarche.streams.metrics;

import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The pipeline's counters as figures: {@code demarche_articles_total} and so on, one for each {@link Count}, and
 * {@code demarche_dead_letters_total} by topic, {@code demarche_articles_unread_total} by language.
 */
public final class PipelineMetrics implements MeterBinder {
    private final PipelineCounters counters;
    private final List<String> inputs;
    private final List<String> languages;

    /**
     * Figures of these counters.
     *
     * @param inputs the topics whose records can be dead-lettered
     * @param languages the languages whose articles may be left unread
     */
    public PipelineMetrics(PipelineCounters counters, Collection<String> inputs, Collection<String> languages) {
        this.counters = counters;
        this.inputs = List.copyOf(inputs);
        this.languages = List.copyOf(languages);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Count count : Count.values()) {
            FunctionCounter.builder(name(count), counters, all -> all.get(count))
                    .register(registry);
        }
        Gauge.builder("demarche.unsettled.dyads", counters, PipelineCounters::unsettled)
                .register(registry);
        for (String language : languages) {
            FunctionCounter.builder("demarche.articles.unread", counters, all -> all.unread(language))
                    .tag("language", language)
                    .register(registry);
        }
        for (String topic : inputs) {
            FunctionCounter.builder("demarche.dead.letters", counters, all -> all.deadLetters(topic))
                    .tag("topic", topic)
                    .register(registry);
        }
    }

    /** What the figure of a count is called, with dots: the format of Prometheus has underscores and {@code _total}. */
    public static String name(Count count) {
        return "demarche." + count.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
