package io.demarche.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * The log in which the controller keeps what topics there are. Kafka cuts a damaged one off where the damage begins,
 * takes the topics it then knows nothing of for strays, and deletes them; so it is read through before each start.
 */
final class MetadataLog {
    static final String DIRECTORY = "__cluster_metadata-0";

    private static final Pattern PARTITION = Pattern.compile(".+-[0-9]+");
    private static final Pattern SEGMENT = Pattern.compile("[0-9]{20}\\.log");
    private static final String SNAPSHOT = ".checkpoint";

    private MetadataLog() {}

    /**
     * What is wrong with the metadata log, in one clause; empty where it can be started on.
     *
     * @param log the directory that holds the metadata log and the topics' partitions
     * @throws IOException where it cannot be read
     */
    static Optional<String> damage(Path log) throws IOException {
        Path directory = log.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return holdsTopics(log) ? Optional.of(directory + " is missing") : Optional.empty();
        }
        boolean empty = true;
        for (Path segment : list(directory, SEGMENT)) {
            Optional<String> damage = segmentDamage(segment);
            if (damage.isPresent()) {
                return damage;
            }
            empty = empty && Files.size(segment) == 0;
        }
        return empty && !hasSnapshot(directory) && holdsTopics(log)
                ? Optional.of(directory + " is empty")
                : Optional.empty();
    }

    private static Optional<String> segmentDamage(Path segment) throws IOException {
        long next = Long.parseLong(segment.getFileName().toString().substring(0, 20));
        long read = 0;
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
            for (RecordBatch batch : records.batches()) {
                batch.ensureValid();
                if (batch.baseOffset() != next) {
                    return Optional.of(segment + " jumps from offset " + next + " to " + batch.baseOffset());
                }
                next = batch.nextOffset();
                read += batch.sizeInBytes();
            }
        } catch (KafkaException e) {
            return Optional.of(segment + " cannot be read after byte " + read);
        }
        return isTornTail(segment, read, next)
                ? Optional.empty()
                : Optional.of(segment + " cannot be read after byte " + read);
    }

    /** A kill in the midst of a write leaves the beginning of the next batch, and that begins with its offset. */
    private static boolean isTornTail(Path segment, long position, long next) throws IOException {
        long left = Files.size(segment) - position;
        if (left < Long.BYTES) {
            return true;
        }
        ByteBuffer offset = ByteBuffer.allocate(Long.BYTES);
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            while (offset.hasRemaining()) {
                if (channel.read(offset, position + offset.position()) < 0) {
                    return true;
                }
            }
        }
        return offset.flip().getLong() == next;
    }

    private static boolean hasSnapshot(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.anyMatch(entry -> entry.toString().endsWith(SNAPSHOT));
        }
    }

    private static boolean holdsTopics(Path log) throws IOException {
        return list(log, PARTITION).stream()
                .anyMatch(entry -> !entry.getFileName().toString().equals(DIRECTORY));
    }

    private static List<Path> list(Path directory, Pattern names) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry ->
                            names.matcher(entry.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
