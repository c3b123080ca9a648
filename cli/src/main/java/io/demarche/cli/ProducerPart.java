package io.demarche.cli;

import io.demarche.kafka.monitoring.Health;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** One of the parts of {@code demarche produce} that may run in one process: what sends articles once, and what reads feeds. */
interface ProducerPart extends AutoCloseable {
    /** Runs to its end, or until it is closed; the exit code. */
    int run();

    Health health();

    MeterBinder figures();

    @Override
    void close();

    /** How a process is whose parts are these: as the worst of them. */
    static Health health(List<? extends ProducerPart> parts) {
        List<Health> all = parts.stream().map(ProducerPart::health).toList();
        return all.stream()
                .filter(health -> !health.alive())
                .findFirst()
                .or(() -> all.stream().filter(health -> !health.ready()).findFirst())
                .orElse(Health.RUNNING);
    }

    /** The figures of all of them. */
    static MeterBinder figures(List<? extends ProducerPart> parts) {
        return registry -> parts.forEach(part -> part.figures().bindTo(registry));
    }
}
