package io.demarche.cli.demo;

import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** How far the streams application has come with what it reads, by the offsets it committed. */
final class PipelineProgress implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Admin admin;
    private final String applicationId;
    private final BooleanSupplier settled;

    /**
     * @param settled whether what was read is assessed
     */
    PipelineProgress(String bootstrapServers, String applicationId, BooleanSupplier settled) {
        this.settled = settled;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.applicationId = applicationId;
    }

    /**
     * Whether everything that was sent has been processed to the end. Articles are asked first: their offsets are
     * committed together with the mentions made of them, so none can appear behind the second question's back. What is
     * written and not yet marked as committed counts, too.
     */
    boolean isCaughtUp() {
        return isRead(Topics.RAW_ARTICLES)
                && isRead(Topics.DAY_TICKS)
                && isRead(Topics.EVENT_MENTIONS)
                && isRead(Topics.DAY_MARKS)
                && settled.getAsBoolean();
    }

    /**
     * Returns when everything that was sent has been processed to the end.
     *
     * @param check asked between two looks; throws where there is nothing to wait for any more
     */
    void awaitCaughtUp(Runnable check) {
        while (!isCaughtUp()) {
            check.run();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Articles in the topic, and those of them that are done with. */
    Counts count() {
        Map<TopicPartition, Long> first = offsets(Topics.RAW_ARTICLES, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(Topics.RAW_ARTICLES, OffsetSpec.latest());
        Map<TopicPartition, Long> committed = committed();
        long in = 0;
        long done = 0;
        for (Map.Entry<TopicPartition, Long> partition : end.entrySet()) {
            long from = first.get(partition.getKey());
            in += partition.getValue() - from;
            done += committed.getOrDefault(partition.getKey(), from) - from;
        }
        return new Counts(in, done);
    }

    /**
     * Articles in and done with.
     *
     * @param in articles in the topic
     * @param done those behind the application's committed offsets
     */
    record Counts(long in, long done) {}

    @Override
    public void close() {
        admin.close();
    }

    private boolean isRead(Topic topic) {
        Map<TopicPartition, Long> end = offsets(topic, OffsetSpec.latest());
        Map<TopicPartition, Long> committed = committed();
        return end.entrySet().stream()
                .allMatch(partition -> partition.getValue() == 0
                        || committed.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    private Map<TopicPartition, Long> offsets(Topic topic, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        IntStream.range(0, topic.partitions())
                .forEach(partition -> asked.put(new TopicPartition(topic.name(), partition), spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                await(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, OffsetAndMetadata> answer =
                await(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new DemarcheException(
                    "cannot ask the demo's broker how far it is: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }
}
