package io.demarche.consumer.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The figures of a receiver, under its name as {@code sink}: {@code demarche_sink_tries_total}, {@code demarche_sink_failures_total},
 * {@code demarche_sink_away_total} (of the failures, those of a receiver that was not there), {@code demarche_sink_dead_letters_total},
 * {@code demarche_sink_waiting}, {@code demarche_sink_disabled} (1 once the receiver wanted no more).
 */
public final class DeliveryFigures implements MeterBinder {
    private final String sink;
    private final LongAdder tries = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder away = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong disabled = new AtomicLong();

    DeliveryFigures(String sink) {
        this.sink = sink;
    }

    void tried() {
        tries.increment();
    }

    void failed() {
        failures.increment();
    }

    void away() {
        away.increment();
    }

    void delivered() {
        delivered.increment();
    }

    void deadLettered() {
        deadLetters.increment();
    }

    void waiting(long alerts) {
        waiting.set(alerts);
    }

    void gone() {
        disabled.set(1);
    }

    /** How many alerts the receiver took. */
    public long deliveredSoFar() {
        return delivered.sum();
    }

    /** How many alerts were given up. */
    public long deadLetteredSoFar() {
        return deadLetters.sum();
    }

    /** How many alerts are under way. */
    public long waitingNow() {
        return waiting.get();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "demarche.sink.tries", tries);
        counter(registry, "demarche.sink.failures", failures);
        counter(registry, "demarche.sink.away", away);
        counter(registry, "demarche.sink.dead.letters", deadLetters);
        Gauge.builder("demarche.sink.waiting", waiting, AtomicLong::doubleValue)
                .tag("sink", sink)
                .register(registry);
        Gauge.builder("demarche.sink.disabled", disabled, AtomicLong::doubleValue)
                .tag("sink", sink)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, LongAdder sum) {
        FunctionCounter.builder(name, sum, LongAdder::sum).tag("sink", sink).register(registry);
    }
}
