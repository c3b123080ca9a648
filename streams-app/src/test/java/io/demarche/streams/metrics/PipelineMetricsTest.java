package io.demarche.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineMetricsTest {
    private final PipelineCounters counters = new PipelineCounters();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void shouldShowEveryCount() {
        new PipelineMetrics(counters, List.of(), List.of()).bindTo(registry);

        for (Count count : Count.values()) {
            counters.add(count, 1 + count.ordinal());
            assertThat(registry.get(PipelineMetrics.name(count))
                            .functionCounter()
                            .count())
                    .isEqualTo(1 + count.ordinal());
        }
    }

    @Test
    void shouldShowDeadLettersByTopic() {
        new PipelineMetrics(counters, List.of("raw-articles", "event-mentions"), List.of("fr")).bindTo(registry);
        counters.unreadable("raw-articles", 0, 7);

        assertThat(deadLetters("raw-articles")).isEqualTo(1);
        assertThat(deadLetters("event-mentions")).isZero();
    }

    @Test
    void shouldShowUnreadArticlesByLanguage() {
        new PipelineMetrics(counters, List.of(), List.of("de", "fr")).bindTo(registry);
        counters.processed("raw-articles", 0, 7, Map.of(), List.of("fr"));

        assertThat(unread("fr")).isEqualTo(1);
        assertThat(unread("de")).isZero();
    }

    private double unread(String language) {
        return registry.get("demarche.articles.unread")
                .tag("language", language)
                .functionCounter()
                .count();
    }

    private double deadLetters(String topic) {
        return registry.get("demarche.dead.letters")
                .tag("topic", topic)
                .functionCounter()
                .count();
    }
}
