package io.demarche.cli.demo;

import io.demarche.avro.EscalationAlert;
import io.demarche.consumer.sink.AlertSink;
import java.util.List;

/** A sink that says when it was first given an alert. */
record FirstAlertTimer(AlertSink sink, Runnable onFirst) implements AlertSink {
    @Override
    public void write(List<EscalationAlert> alerts) {
        if (!alerts.isEmpty()) {
            onFirst.run();
        }
        sink.write(alerts);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void close() {
        sink.close();
    }
}
