package io.demarche.producer;

import io.demarche.kafka.monitoring.KafkaFigures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.producer.Producer;

/** The figures of a producer: of articles, counted when a run has ended, and those of Kafka's client. */
final class ProducerFigures implements MeterBinder, AutoCloseable {
    private final KafkaFigures client;
    private final ArticleFigures articles;

    ProducerFigures(Producer<String, byte[]> kafka, ArticleFigures articles) {
        this.client = new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(kafka, Tags.empty(), timer, refresh));
        this.articles = articles;
    }

    void add(RunSummary run) {
        articles.add(run);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.bindTo(registry);
        articles.bindTo(registry);
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
