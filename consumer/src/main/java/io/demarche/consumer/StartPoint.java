package io.demarche.consumer;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where reading starts in a partition in which nothing is committed. */
public sealed interface StartPoint {
    /** Where Kafka's own setting {@code auto.offset.reset} says: at the earliest record unless it is set. */
    record AsConfigured() implements StartPoint {}

    /** At the earliest record that the topic still holds. */
    record Beginning() implements StartPoint {}

    /** Behind the last record that was there when reading started. */
    record Latest() implements StartPoint {}

    /** At the first record that arrived at the broker at this time or later. */
    record Time(Instant arrival) implements StartPoint {}

    /** The offsets to start at; none for a partition where Kafka is to decide. */
    default Map<TopicPartition, Long> offsets(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
        if (this instanceof Beginning) {
            return kafka.beginningOffsets(partitions);
        }
        if (this instanceof Latest) {
            return kafka.endOffsets(partitions);
        }
        return this instanceof Time time ? since(time.arrival(), kafka, Set.copyOf(partitions)) : Map.of();
    }

    private static Map<TopicPartition, Long> since(
            Instant arrival, Consumer<?, ?> kafka, Set<TopicPartition> partitions) {
        long millis = Math.max(0, arrival.toEpochMilli());
        Map<TopicPartition, Long> offsets = new HashMap<>(kafka.endOffsets(partitions));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = kafka.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> millis)));
        found.forEach((partition, first) -> {
            if (first != null) {
                offsets.put(partition, first.offset());
            }
        });
        return offsets;
    }
}
