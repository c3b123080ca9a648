package io.demarche.consumer.sink;

import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.DemarcheException;
import java.io.PrintStream;
import java.util.List;

/**
 * Prints alerts for a program, one a line, each revision once as long as it runs. Does not close what it prints to.
 */
final class LinesSink implements AlertSink {
    private static final int REMEMBERED = 100_000;

    private final PrintStream out;
    private final AlertFormat format;
    private final NewestRevisions printed = new NewestRevisions(REMEMBERED);

    LinesSink(PrintStream out, AlertFormat format) {
        this.out = out;
        this.format = format;
    }

    @Override
    public void write(List<EscalationAlert> alerts) {
        for (EscalationAlert alert : alerts) {
            if (printed.advance(alert)) {
                out.print(format.line(alert) + "\n");
            }
        }
    }

    @Override
    public void flush() {
        if (out.checkError()) {
            throw new DemarcheException("sink console: the output takes no more (is the reader gone?)");
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
