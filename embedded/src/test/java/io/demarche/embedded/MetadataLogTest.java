package io.demarche.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataLogTest {
    private static final byte[] GARBAGE = garbage(300);

    @TempDir
    private Path log;

    private Path segment;

    @BeforeEach
    void layOutALogWithOneTopic() throws IOException {
        Files.createDirectories(log.resolve("raw-articles-0"));
        Path directory = Files.createDirectories(log.resolve(MetadataLog.DIRECTORY));
        segment = directory.resolve("00000000000000000000.log");
        Files.write(segment, concat(batch(0), batch(1), batch(2)));
    }

    @Test
    void shouldFindNothingWrongWithAWholeLog() throws IOException {
        assertThat(MetadataLog.damage(log)).isEmpty();
    }

    @Test
    void shouldFindNothingWrongWithALogThatNothingWasEverWrittenTo() throws IOException {
        Files.delete(log.resolve("raw-articles-0"));
        Files.write(segment, new byte[0]);

        assertThat(MetadataLog.damage(log)).isEmpty();
    }

    @Test
    void shouldForgiveABatchThatAKillCutShort() throws IOException {
        byte[] next = batch(3);
        Files.write(segment, concat(batch(0), batch(1), batch(2), Arrays.copyOf(next, next.length - 5)));

        assertThat(MetadataLog.damage(log)).isEmpty();
    }

    @Test
    void shouldForgiveAnOffsetThatAKillCutShort() throws IOException {
        Files.write(segment, concat(batch(0), new byte[] {0, 0, 0}));

        assertThat(MetadataLog.damage(log)).isEmpty();
    }

    @Test
    void shouldFindGarbageAtTheStart() throws IOException {
        Files.write(segment, GARBAGE);

        assertThat(MetadataLog.damage(log)).contains(segment + " cannot be read after byte 0");
    }

    @Test
    void shouldFindGarbageAtTheEnd() throws IOException {
        byte[] whole = Files.readAllBytes(segment);
        Files.write(segment, concat(whole, GARBAGE));

        assertThat(MetadataLog.damage(log)).contains(segment + " cannot be read after byte " + whole.length);
    }

    @Test
    void shouldFindAFlippedBit() throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment, bytes);

        assertThat(MetadataLog.damage(log))
                .hasValueSatisfying(what -> assertThat(what).contains("cannot be read"));
    }

    @Test
    void shouldFindAMissingBatch() throws IOException {
        Files.write(segment, concat(batch(0), batch(2)));

        assertThat(MetadataLog.damage(log)).contains(segment + " jumps from offset 1 to 2");
    }

    @Test
    void shouldFindAnEmptyLogWhereThereAreTopics() throws IOException {
        Files.write(segment, new byte[0]);

        assertThat(MetadataLog.damage(log)).contains(segment.getParent() + " is empty");
    }

    @Test
    void shouldTakeASnapshotForTheBeginningOfTheLog() throws IOException {
        Files.delete(segment);
        Files.write(segment.resolveSibling("00000000000000000009.log"), new byte[0]);
        Files.write(segment.resolveSibling("00000000000000000009-0000000001.checkpoint"), batch(0));

        assertThat(MetadataLog.damage(log)).isEqualTo(Optional.empty());
    }

    private static byte[] batch(long offset) {
        MemoryRecords records = MemoryRecords.withRecords(
                offset, Compression.NONE, 1, new SimpleRecord(1_700_000_000_000L, ("topic " + offset).getBytes()));
        byte[] bytes = new byte[records.sizeInBytes()];
        records.buffer().get(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] garbage(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
