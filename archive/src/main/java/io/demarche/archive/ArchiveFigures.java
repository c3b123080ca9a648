package io.demarche.archive;

import io.demarche.kafka.monitoring.KafkaFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The figures of an archive: {@code demarche_archive_events_total}, {@code _readings_total}, {@code _alerts_total},
 * {@code _left_out_total} (made by a replay), {@code _skipped_total} (unreadable), and those of Kafka's client, the lag among them.
 */
final class ArchiveFigures implements MeterBinder, AutoCloseable {
    private final KafkaFigures client;
    private final ArchiveCounts counts;

    ArchiveFigures(Consumer<byte[], byte[]> kafka, ArchiveCounts counts) {
        this.client = new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(kafka, Tags.empty(), timer, refresh));
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.bindTo(registry);
        count(registry, "events", counts.events);
        count(registry, "readings", counts.readings);
        count(registry, "alerts", counts.alerts);
        count(registry, "verdicts", counts.verdicts);
        count(registry, "left.out", counts.leftOut);
        count(registry, "skipped", counts.skipped);
    }

    private static void count(MeterRegistry registry, String what, LongAdder sum) {
        FunctionCounter.builder("demarche.archive." + what, sum, LongAdder::sum).register(registry);
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
