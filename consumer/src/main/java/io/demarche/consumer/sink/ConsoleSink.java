package io.demarche.consumer.sink;

import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.EscalationAlert;
import io.demarche.schemas.DemarcheException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prints alerts for a person, a block each: in full when the reader sees an alert for the first time, what is new when it
 * is updated. Keeps the last {@value #REMEMBERED} alerts in mind to tell the two apart and to leave out what it printed
 * before. Does not close what it prints to.
 */
public final class ConsoleSink implements AlertSink {
    private static final int REMEMBERED = 10_000;

    private final PrintStream out;
    private final AlertText text;
    private final NewestRevisions printed = new NewestRevisions(REMEMBERED);
    private final Map<String, Set<String>> events = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    ConsoleSink(PrintStream out, ConsoleStyle style, StateNames names) {
        this.out = out;
        this.text = new AlertText(style, names);
    }

    @Override
    public void write(List<EscalationAlert> alerts) {
        for (EscalationAlert alert : alerts) {
            if (printed.advance(alert)) {
                block(alert).ifPresent(block -> out.print(block + "\n"));
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

    /** What to print; empty for an update without an act that is new to the reader, such as one more report of a known one. */
    private Optional<String> block(EscalationAlert alert) {
        @Nullable Set<String> seen = events.get(alert.getAlertId());
        Set<String> all = ids(alert);
        Set<String> known = seen == null ? Set.of() : Set.copyOf(seen);
        events.computeIfAbsent(alert.getAlertId(), id -> new HashSet<>()).addAll(all);
        if (alert.getStatus() == AlertStatus.RESOLVED || alert.getStatus() == AlertStatus.RETRACTED) {
            return Optional.of(text.update(alert, all));
        }
        if (seen == null) {
            return Optional.of(text.full(alert));
        }
        return known.containsAll(all) ? Optional.empty() : Optional.of(text.update(alert, known));
    }

    private static Set<String> ids(EscalationAlert alert) {
        Set<String> ids = new HashSet<>();
        for (AlertEvent event : alert.getEvents()) {
            ids.add(event.getEventId());
        }
        return ids;
    }
}
