package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.sink.AlertSink;
import io.demarche.schemas.DemarcheException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Sinks that this process writes: an alert is done with when all of them have flushed. */
final class SinksOutlet implements Outlet {
    private final List<AlertSink> sinks;
    private final LongAdder delivered = new LongAdder();

    SinksOutlet(List<? extends AlertSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void take(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        List<EscalationAlert> alerts = arrivals.stream().map(Arrival::alert).toList();
        sinks.forEach(sink -> sink.write(alerts));
        sinks.forEach(AlertSink::flush);
        delivered.add(alerts.size());
    }

    @Override
    public long delivered() {
        return delivered.sum();
    }

    /** Closes all of them, though one should fail; then says so. */
    @Override
    public void close() {
        List<DemarcheException> failures = new ArrayList<>();
        for (AlertSink sink : sinks) {
            try {
                sink.close();
            } catch (DemarcheException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
