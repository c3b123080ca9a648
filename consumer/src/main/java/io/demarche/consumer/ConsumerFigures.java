package io.demarche.consumer;

import io.demarche.kafka.monitoring.KafkaFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The figures of a consumer, with its sink as {@code sink}: {@code demarche_alerts_delivered_total}, {@code demarche_alerts_left_out_total} (by the subscriber's
 * filter, or as the end of what the sink was never told of), {@code demarche_alerts_skipped_total} (records that are no alert), and those of Kafka's client, the lag among them.
 */
final class ConsumerFigures implements MeterBinder, AutoCloseable {
    private final KafkaFigures client;
    private final Tags tags;
    private final LongSupplier delivered;
    private final LongAdder leftOut;
    private final LongAdder skipped;

    ConsumerFigures(
            Consumer<byte[], byte[]> kafka, String sink, LongSupplier delivered, LongAdder leftOut, LongAdder skipped) {
        this.client = new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(kafka, Tags.empty(), timer, refresh));
        this.tags = Tags.of("sink", sink);
        this.delivered = delivered;
        this.leftOut = leftOut;
        this.skipped = skipped;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.bindTo(registry);
        FunctionCounter.builder("demarche.alerts.delivered", delivered, LongSupplier::getAsLong)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("demarche.alerts.left.out", leftOut, LongAdder::sum)
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("demarche.alerts.skipped", skipped, LongAdder::sum)
                .tags(tags)
                .register(registry);
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
