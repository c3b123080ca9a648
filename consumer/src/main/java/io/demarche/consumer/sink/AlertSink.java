package io.demarche.consumer.sink;

import io.demarche.avro.EscalationAlert;
import java.util.List;

/**
 * Takes alerts. The same revision may be handed over more than once, and an older one after a newer: a sink that keeps what
 * it wrote leaves both out. Used by one thread.
 *
 * <p>Every method throws {@link io.demarche.schemas.DemarcheException}, naming the sink, where it can take no more; the
 * alerts since the last flush are handed over again after a restart.
 */
public interface AlertSink extends AutoCloseable {
    /** Takes alerts in the order of their revisions; they need not be safe before {@link #flush}. */
    void write(List<EscalationAlert> alerts);

    /** Makes safe what was written. */
    void flush();

    @Override
    void close();
}
