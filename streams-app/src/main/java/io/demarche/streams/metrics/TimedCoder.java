package io.demarche.streams.metrics;

import io.demarche.avro.EventMention;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** A coder that keeps the time: {@code demarche_coding_seconds}, a histogram over articles. */
public final class TimedCoder implements EventCoder {
    private final EventCoder coder;
    private final Timer timer;

    public TimedCoder(EventCoder coder, MeterRegistry registry) {
        this.coder = coder;
        this.timer = Timer.builder("demarche.coding")
                .serviceLevelObjectives(
                        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100))
                .register(registry);
    }

    @Override
    public List<EventMention> code(Article article) {
        Timer.Sample sample = Timer.start();
        try {
            return coder.code(article);
        } finally {
            sample.stop(timer);
        }
    }
}
