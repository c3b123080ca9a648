package io.demarche.archive;

import java.util.concurrent.atomic.LongAdder;

/** What an archive has taken in since it started; written by one thread, read by any. */
final class ArchiveCounts {
    final LongAdder events = new LongAdder();
    final LongAdder readings = new LongAdder();
    final LongAdder alerts = new LongAdder();
    final LongAdder verdicts = new LongAdder();
    final LongAdder leftOut = new LongAdder();
    final LongAdder skipped = new LongAdder();

    ArchiveSummary summary() {
        return new ArchiveSummary(
                events.sum(), readings.sum(), alerts.sum(), verdicts.sum(), leftOut.sum(), skipped.sum());
    }
}
