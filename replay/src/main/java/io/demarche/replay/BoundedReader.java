package io.demarche.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a stretch of one topic, all partitions merged in the order in which the records arrived; the order within a
 * partition is always kept. What arrives after the reader was made is not read.
 */
final class BoundedReader {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Comparator<ConsumerRecord<byte[], byte[]>> BY_ARRIVAL = Comparator.comparingLong(
                    (ConsumerRecord<byte[], byte[]> record) -> record.timestamp())
            .thenComparing(ConsumerRecord::partition)
            .thenComparing(ConsumerRecord::offset);

    private final Consumer<byte[], byte[]> kafka;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> ahead =
            new TreeMap<>(Comparator.comparing(TopicPartition::partition));

    /**
     * A reader from where the consumer's group has its place, or else from the start of the stretch.
     *
     * @param kafka a consumer without assignment; left to its owner to close
     */
    BoundedReader(Consumer<byte[], byte[]> kafka, String topic, Optional<Instant> from, Optional<Instant> to) {
        this.kafka = kafka;
        List<TopicPartition> partitions = kafka.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        kafka.assign(partitions);
        Map<TopicPartition, Long> begin = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = kafka.endOffsets(partitions);
        Map<TopicPartition, Long> first =
                from.map(time -> offsets(partitions, time, end)).orElse(begin);
        Map<TopicPartition, Long> last =
                to.map(time -> offsets(partitions, time, end)).orElse(end);
        Map<TopicPartition, OffsetAndMetadata> placed = kafka.committed(new java.util.HashSet<>(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = placed.get(partition);
            long start = Math.max(begin.get(partition), first.get(partition));
            kafka.seek(partition, place == null ? start : Math.max(start, place.offset()));
            ends.put(partition, last.get(partition));
            ahead.put(partition, new ArrayDeque<>());
        }
    }

    private Map<TopicPartition, Long> offsets(
            List<TopicPartition> partitions, Instant time, Map<TopicPartition, Long> end) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = kafka.offsetsForTimes(asked);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            offsets.put(partition, at == null ? end.get(partition) : Math.min(at.offset(), end.get(partition)));
        }
        return offsets;
    }

    /** The next record; empty at the end of the stretch. */
    Optional<ConsumerRecord<byte[], byte[]>> next() {
        while (ahead.keySet().stream().anyMatch(this::isAwaited)) {
            ahead.forEach((partition, records) -> {
                if (isAwaited(partition)) {
                    kafka.resume(List.of(partition));
                } else {
                    kafka.pause(List.of(partition));
                }
            });
            for (ConsumerRecord<byte[], byte[]> record : kafka.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)) {
                    ahead.get(partition).add(record);
                }
            }
        }
        return ahead.values().stream()
                .filter(records -> !records.isEmpty())
                .min(Comparator.comparing(Deque::element, BY_ARRIVAL))
                .map(Deque::remove);
    }

    /** Whether the partition's next record has still to be fetched. */
    private boolean isAwaited(TopicPartition partition) {
        return ahead.get(partition).isEmpty() && kafka.position(partition) < ends.get(partition);
    }
}
