package io.demarche.producer;

import io.demarche.kafka.monitoring.KafkaFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.producer.Producer;

/**
 * The figures of a producer: {@code demarche_articles_read_total}, {@code …_sent_total}, {@code …_duplicate_total} and
 * {@code …_rejected_total}, of the runs that have ended, and those of Kafka's client.
 */
final class ProducerFigures implements MeterBinder, AutoCloseable {
    private final KafkaFigures client;
    private final LongAdder read = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    ProducerFigures(Producer<String, byte[]> kafka) {
        this.client = new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(kafka, Tags.empty(), timer, refresh));
    }

    void add(RunSummary run) {
        read.add(run.read());
        sent.add(run.sent());
        duplicate.add(run.duplicate());
        rejected.add(run.rejected());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.bindTo(registry);
        counter(registry, "read", figures -> figures.read.sum());
        counter(registry, "sent", figures -> figures.sent.sum());
        counter(registry, "duplicate", figures -> figures.duplicate.sum());
        counter(registry, "rejected", figures -> figures.rejected.sum());
    }

    private void counter(MeterRegistry registry, String what, ToDoubleFunction<ProducerFigures> value) {
        FunctionCounter.builder("demarche.articles." + what, this, value).register(registry);
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
