package io.demarche.streams.counters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The counts of one record while it is processed; they reach the totals only when it is done. Not thread-safe. */
public final class RecordTally {
    private final PipelineCounters counters;
    private final Map<PipelineCounters.Count, Long> work = new EnumMap<>(PipelineCounters.Count.class);
    private final List<String> unread = new ArrayList<>();

    public RecordTally(PipelineCounters counters) {
        this.counters = counters;
    }

    /** Counts one. */
    public void add(PipelineCounters.Count count) {
        add(count, 1);
    }

    /** Counts so many, where there are any. */
    public void add(PipelineCounters.Count count, int n) {
        if (n > 0) {
            work.merge(count, (long) n, Long::sum);
        }
    }

    /** Counts an article that was not read. */
    public void unread(String language) {
        unread.add(language);
    }

    /** The record is processed: its counts go to the totals. */
    public void done(RecordMetadata record) {
        counters.processed(record.topic(), record.partition(), record.offset(), work, unread);
    }
}
