package io.demarche.consumer;

import io.demarche.consumer.delivery.ReceiverGoneException;
import io.demarche.kafka.monitoring.Health;
import io.demarche.schemas.DemarcheException;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumers side by side, each with a thread of its own, so that a sink that is slow or away delays no other. A receiver that wants no
 * more ends its consumer alone; any other failure ends all.
 */
public final class AlertConsumers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertConsumers.class);

    private final List<AlertConsumer> consumers;

    /** @param consumers one at least; closed with this */
    public AlertConsumers(List<AlertConsumer> consumers) {
        this.consumers = List.copyOf(consumers);
    }

    /**
     * Runs all until {@link #close} is called.
     *
     * @throws DemarcheException where one fails; or, in the end, where a receiver wanted no more
     */
    public List<ConsumerSummary> run() {
        return all(AlertConsumer::run);
    }

    /** Runs each until it has delivered what was there when it was first asked. */
    public List<ConsumerSummary> drain() {
        return all(AlertConsumer::drain);
    }

    private List<ConsumerSummary> all(Function<AlertConsumer, ConsumerSummary> work) {
        ExecutorService threads = Executors.newFixedThreadPool(consumers.size());
        ExecutorCompletionService<ConsumerSummary> runs = new ExecutorCompletionService<>(threads);
        try {
            consumers.forEach(consumer -> runs.submit(() -> run(consumer, work)));
            List<ConsumerSummary> ended = new ArrayList<>();
            List<ReceiverGoneException> gone = new ArrayList<>();
            for (int i = 0; i < consumers.size(); i++) {
                try {
                    ended.add(runs.take().get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof ReceiverGoneException one)) {
                        throw cause(e);
                    }
                    gone.add(one);
                }
            }
            if (!gone.isEmpty()) {
                throw gone.get(0);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarcheException("interrupted", e);
        } finally {
            close();
            threads.shutdown();
        }
    }

    private static ConsumerSummary run(AlertConsumer consumer, Function<AlertConsumer, ConsumerSummary> work) {
        try {
            return work.apply(consumer);
        } catch (ReceiverGoneException e) {
            LOG.error(e.getMessage());
            consumer.close();
            throw e;
        }
    }

    private static RuntimeException cause(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new DemarcheException(String.valueOf(e.getCause()), e);
    }

    /** Ready where all that still run are; alive where one runs. */
    public Health health() {
        List<Health> each = consumers.stream().map(AlertConsumer::health).toList();
        return each.stream()
                .filter(health -> health.alive() && !health.ready())
                .findFirst()
                .or(() -> each.stream().filter(Health::alive).findFirst())
                .orElseGet(() -> each.get(0));
    }

    /** The figures of all. */
    public MeterBinder figures() {
        return new AllFigures(consumers.stream().map(AlertConsumer::figures).toList());
    }

    /** Ends runs under way, all at once, and closes the sinks. */
    @Override
    public void close() {
        consumers.parallelStream().forEach(AlertConsumer::close);
    }
}
