package io.demarche.kafka.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;

/**
 * The figures of a Kafka client. A client gets more of them while it runs, such as the lag of a partition that it is given:
 * they show {@link #REFRESH} later at most, where Micrometer by itself would take a minute.
 *
 * <pre>{@code
 * new KafkaFigures((timer, refresh) -> new KafkaClientMetrics(consumer, Tags.empty(), timer, refresh))
 * }</pre>
 */
public final class KafkaFigures implements MeterBinder, AutoCloseable {
    /** How often new figures are looked for. */
    static final Duration REFRESH = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kafka-figures");
        thread.setDaemon(true);
        return thread;
    });
    private final MeterBinder client;

    /**
     * Figures of a client.
     *
     * @param client makes Micrometer's binder for it, from the timer to use and how often to look
     */
    public KafkaFigures(BiFunction<ScheduledExecutorService, Duration, ? extends MeterBinder> client) {
        this.client = client.apply(timer, REFRESH);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        client.bindTo(registry);
    }

    /** Lets go of the client's figures. */
    @Override
    public void close() throws Exception {
        timer.shutdownNow();
        if (client instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
