package io.demarche.streams;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The counts of one record while it is processed; they reach the totals only when it is done. Not thread-safe. */
final class RecordTally {
    private final PipelineCounters counters;
    private final Map<PipelineCounters.Count, Long> work = new EnumMap<>(PipelineCounters.Count.class);

    RecordTally(PipelineCounters counters) {
        this.counters = counters;
    }

    void add(PipelineCounters.Count count) {
        add(count, 1);
    }

    void add(PipelineCounters.Count count, int n) {
        if (n > 0) {
            work.merge(count, (long) n, Long::sum);
        }
    }

    void done(RecordMetadata record) {
        counters.processed(record.topic(), record.partition(), record.offset(), work);
    }
}
