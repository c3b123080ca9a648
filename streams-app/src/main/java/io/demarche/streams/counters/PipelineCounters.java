package io.demarche.streams.counters;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;

/**
 * What one running instance has done since it started. Thread-safe.
 *
 * <p>Each input record counts once, however often it is processed: when an outage aborts a transaction, the records behind
 * it come again. Records of a partition are processed in order, so whatever lies at or before the highest offset counted is
 * such a return.
 */
public final class PipelineCounters {
    private final Map<Count, LongAdder> totals = new EnumMap<>(Count.class);
    private final Map<String, LongAdder> deadLetters = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unread = new ConcurrentHashMap<>();
    private final LongAdder done = new LongAdder();
    private final Map<Gate, Long> highest = new ConcurrentHashMap<>();
    private final Map<String, Integer> unsettled = new ConcurrentHashMap<>();
    private volatile long lastWork = System.nanoTime();

    public PipelineCounters() {
        for (Count count : Count.values()) {
            totals.put(count, new LongAdder());
        }
    }

    /** What is counted. */
    public enum Count {
        /** Articles processed, among them repeats and stale versions. */
        ARTICLES,
        /** Articles that said nothing new. */
        REPEATS,
        /** Older versions of articles that arrived after newer ones. */
        STALE,
        /** Articles of which an earlier publication came to light: what they tell of is dated by that. */
        REDATED,
        /** Articles coded anew because they were corrected. */
        CORRECTIONS,
        /** Mentions found. */
        MENTIONS,
        /** Mentions withdrawn by corrections. */
        WITHDRAWN,
        /** Mentions that are no state's act toward another state: passed over by the assessment. */
        NON_DYADIC,
        /** Mentions that were known already, or that a later version had replaced. */
        DUPLICATE_MENTIONS,
        /** Mentions of acts from before what is kept: refused. */
        LATE,
        /** Mentions of acts dated long before their publication: kept as history, never alerted. */
        HISTORICAL,
        /** Mentions of acts dated after their publication: they wait for their day. */
        FUTURE_DATED,
        /** Mentions of an act that more reports tell of than count: dropped. */
        SURPLUS,
        /** Verdicts of analysts that count, or counted until a later one came. */
        VERDICTS,
        /** Verdicts that were known already, or overtaken before they came. */
        OVERTAKEN_VERDICTS,
        /** Days that came. */
        TICKS,
        /** Revisions of events announced. */
        EVENTS,
        /** Tension readings announced. */
        READINGS,
        /** Revisions of alerts announced. */
        ALERTS,
        /** Dyads that could not be assessed, each time: they keep what was announced, and are tried with the next news or day. */
        ASSESSMENT_FAILURES,
        /** Mentions that left the stores because they are from before what is kept. */
        EVICTED,
        /** Articles forgotten because they are from before what is kept. */
        SWEPT_ARTICLES,
        /** Transactions that were fenced; what was in them was done again. */
        FENCED,
        /** Heartbeats sent. */
        HEARTBEATS
    }

    /** Where in the flow a record can be dead-lettered or done with. */
    public enum Stage {
        PROCESSED,
        UNREADABLE
    }

    /** Notes how many dyads of a task are to be assessed. */
    public void unsettled(String task, int dyads) {
        Integer before = dyads == 0 ? unsettled.remove(task) : unsettled.put(task, dyads);
        if (before != null || dyads > 0) {
            lastWork = System.nanoTime();
        }
    }

    /** How many dyads are to be assessed. */
    public long unsettled() {
        return unsettled.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** For how many milliseconds no dyad has been left to assess; 0 while one is. */
    public long settledForMs() {
        return unsettled.isEmpty() ? (System.nanoTime() - lastWork) / 1_000_000 : 0;
    }

    /** The total of one count. */
    public long get(Count count) {
        return total(count).sum();
    }

    /** Records of this topic sent to the dead letter queue. */
    public long deadLetters(String topic) {
        LongAdder adder = deadLetters.get(topic);
        return adder == null ? 0 : adder.sum();
    }

    /** All records sent to the dead letter queue. */
    public long deadLetters() {
        return deadLetters.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Articles in this language, which were not read. */
    public long unread(String language) {
        LongAdder adder = unread.get(language);
        return adder == null ? 0 : adder.sum();
    }

    /** Articles that were not read, by language, in the order of their codes. */
    public Map<String, Long> unread() {
        Map<String, Long> sums = new TreeMap<>();
        unread.forEach((language, adder) -> sums.put(language, adder.sum()));
        return sums;
    }

    /** Every total, in the order of {@link Count}. */
    public Map<Count, Long> totals() {
        Map<Count, Long> sums = new EnumMap<>(Count.class);
        totals.forEach((count, adder) -> sums.put(count, adder.sum()));
        return sums;
    }

    /** Records that are done with, each once however often it was tried: processed, or sent to the dead letter queue. */
    public long recordsDone() {
        return deadLetters() + done.sum();
    }

    /** Counts a record that could not be decoded. It is met before the records in front of it are processed. */
    public void unreadable(String topic, int partition, long offset) {
        if (first(Stage.UNREADABLE, topic, partition, offset)) {
            deadLetter(topic);
        }
    }

    /** Counts a record that was decoded and could not be processed. */
    public void unprocessable(String topic, int partition, long offset) {
        if (first(Stage.PROCESSED, topic, partition, offset)) {
            deadLetter(topic);
        }
    }

    /** Counts a processed record and the work it made, once however often it is tried. */
    public void processed(String topic, int partition, long offset, Map<Count, Long> work) {
        processed(topic, partition, offset, work, List.of());
    }

    /** The same, with the languages of articles that were not read. */
    public void processed(
            String topic, int partition, long offset, Map<Count, Long> work, Collection<String> unreadIn) {
        if (first(Stage.PROCESSED, topic, partition, offset)) {
            done.increment();
            work.forEach((count, n) -> total(count).add(n));
            unreadIn.forEach(language ->
                    unread.computeIfAbsent(language, code -> new LongAdder()).increment());
        }
    }

    /** Counts work that belongs to no single record: each try of it, those of aborted transactions too. */
    public void add(Count count, long n) {
        total(count).add(n);
    }

    private void deadLetter(String topic) {
        deadLetters.computeIfAbsent(topic, t -> new LongAdder()).increment();
    }

    private LongAdder total(Count count) {
        LongAdder adder = totals.get(count);
        if (adder == null) {
            throw new IllegalStateException("no counter " + count);
        }
        return adder;
    }

    private boolean first(Stage stage, String topic, int partition, long offset) {
        boolean[] first = new boolean[1];
        highest.compute(new Gate(stage, new TopicPartition(topic, partition)), (gate, seen) -> {
            first[0] = seen == null || offset > seen;
            return first[0] ? offset : seen;
        });
        return first[0];
    }

    private record Gate(Stage stage, TopicPartition partition) {}
}
