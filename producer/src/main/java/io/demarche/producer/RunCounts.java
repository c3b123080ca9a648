package io.demarche.producer;

import io.demarche.producer.source.Rejection.Reason;
import io.demarche.producer.source.Remark;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts of a run under way. Guarded by itself: the broker's late refusals come from Kafka's sender thread. */
final class RunCounts {
    private final Map<Reason, Long> rejectedFor = new EnumMap<>(Reason.class);
    private final Map<Remark, Long> remarked = new EnumMap<>(Remark.class);
    private long read;
    private long sent;
    private long corrected;
    private long duplicate;
    private long ticks;
    private @Nullable LocalDate oldestDay;
    private @Nullable LocalDate newestDay;

    synchronized void read() {
        read++;
    }

    /**
     * One more was sent.
     *
     * @param correction whether it is another version of an article met before
     */
    synchronized void sent(boolean correction) {
        sent++;
        corrected += correction ? 1 : 0;
    }

    synchronized void duplicate() {
        duplicate++;
    }

    synchronized void remarked(Remark remark) {
        remarked.merge(remark, 1L, Long::sum);
    }

    synchronized void rejected(Reason reason) {
        rejectedFor.merge(reason, 1L, Long::sum);
    }

    /** Takes back what was counted as sent: the broker refused it afterwards. */
    synchronized void refused(Reason reason, boolean correction) {
        sent--;
        corrected -= correction ? 1 : 0;
        rejected(reason);
    }

    synchronized void ticked() {
        ticks++;
    }

    /** One that was sent says that it was published on this day. */
    synchronized void dated(LocalDate day) {
        oldestDay = oldestDay == null || day.isBefore(oldestDay) ? day : oldestDay;
        newestDay = newestDay == null || day.isAfter(newestDay) ? day : newestDay;
    }

    synchronized RunSummary summary(boolean stopped) {
        return new RunSummary(
                read,
                sent,
                corrected,
                duplicate,
                Collections.unmodifiableMap(new EnumMap<>(rejectedFor)),
                Collections.unmodifiableMap(new EnumMap<>(remarked)),
                ticks,
                Optional.ofNullable(oldestDay),
                Optional.ofNullable(newestDay),
                stopped);
    }
}
