package io.demarche.kafka.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The figures of one service: those of its JVM, and whatever it binds. Thread-safe; closing lets go of all that was bound.
 *
 * <pre>{@code
 * Metrics metrics = new Metrics("consumer");
 * metrics.bind(new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(kafkaConsumer, Tags.empty(), timer, refresh)));
 * FunctionCounter.builder("demarche.alerts.delivered", sink, Sink::delivered).register(metrics.registry());
 * }</pre>
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deque<AutoCloseable> bound = new ArrayDeque<>();
    private boolean closed;

    /**
     * The figures of a service.
     *
     * @param service its name, carried by every figure as the tag {@code service}
     */
    public Metrics(String service) {
        registry.config().commonTags("service", service);
        bind(new JvmMemoryMetrics());
        bind(new JvmGcMetrics());
        bind(new JvmThreadMetrics());
        bind(new ProcessorMetrics());
        bind(new UptimeMetrics());
    }

    /** Where a service registers figures of its own. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Binds figures that something else keeps; they are let go of in reverse order when this is closed. */
    public synchronized void bind(MeterBinder figures) {
        if (figures instanceof AutoCloseable closeable) {
            bound.push(closeable);
        }
        figures.bindTo(registry);
    }

    /** All figures in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!bound.isEmpty()) {
            try {
                bound.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("figures cannot be let go of: " + e.getMessage(), e);
            }
        }
        registry.close();
    }
}
