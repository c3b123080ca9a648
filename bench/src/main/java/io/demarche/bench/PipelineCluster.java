package io.demarche.bench;

import io.demarche.embedded.EmbeddedBroker;
import io.demarche.embedded.EmbeddedRegistry;
import io.demarche.kafka.admin.NewTopics;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.TopicNames;
import io.demarche.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker and a registry in this process, and where what is measured keeps its state; gone when closed. */
final class PipelineCluster implements AutoCloseable {
    /** The broker answers these looks beside its work: they must not be what it is busy with. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.Settings.ephemeral());
    private final EmbeddedRegistry registry =
            EmbeddedRegistry.start(EmbeddedRegistry.Settings.on(broker.bootstrapServers()));
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    private final Path directory;

    PipelineCluster() {
        try {
            directory = Files.createTempDirectory("pipeline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The settings by which records are written and read. */
    Map<String, String> serdes() {
        return Map.of("schema.registry.url", registry.url());
    }

    Path directory(String of) {
        return directory.resolve(of);
    }

    /** Creates the catalogue's topics under a prefix. */
    void createTopics(String prefix) {
        create(new TopicNames(prefix)
                .all().stream()
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                        .toList());
    }

    /** Creates a topic with as many partitions as that of the articles has. */
    void createTopic(String name) {
        create(List.of(new NewTopic(name, Topics.RAW_ARTICLES.partitions(), (short) 1)));
    }

    /**
     * Waits until a group has committed all of these topics.
     *
     * @param markers how many entries at the end of a partition are no records: 1 where transactions wrote to it
     */
    void awaitCommitted(String group, Collection<String> topics, int markers) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topics.RAW_ARTICLES.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        while (!committed(group, partitions, markers)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Hands on the value of every committed record of a topic, in the order of its partition. */
    void committed(String topic, Consumer<byte[]> taker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> taker.accept(record.value()));
            }
        }
    }

    private boolean committed(String group, List<TopicPartition> partitions, int markers) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> ends = get(admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all());
        return partitions.stream().allMatch(partition -> {
            OffsetAndMetadata offset = committed.get(partition);
            return (offset == null ? 0 : offset.offset()) >= ends.get(partition).offset() - markers;
        });
    }

    private void create(List<NewTopic> topics) {
        NewTopics.create(admin, topics);
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new DemarcheException("the broker refused: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarcheException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        broker.close();
        try (Stream<Path> left = Files.walk(directory)) {
            left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
