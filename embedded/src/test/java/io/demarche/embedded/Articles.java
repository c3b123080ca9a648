package io.demarche.embedded;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Articles for the tests, and the clients that carry them. */
final class Articles {
    private Articles() {}

    static RawArticle numbered(int n) {
        return RawArticle.newBuilder()
                .setArticleId("article-" + n)
                .setContentHash("hash-" + n)
                .setPublisher("The Test Gazette")
                .setTitle("Envoy called in, number " + n)
                .setBody("The ministry called in the envoy and handed over a note of protest.")
                .setPublishedAt(Instant.parse("2024-02-03T04:05:06Z"))
                .setPublishedAtBasis(PublishedAtBasis.STATED)
                .setFetchedAt(Instant.parse("2024-02-03T05:00:00Z"))
                .build();
    }

    static Producer<String, RawArticle> producer(EmbeddedBroker broker, EmbeddedRegistry registry) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", "0"),
                new StringSerializer(),
                ValueSerdes.of(RawArticle.class, Map.of("schema.registry.url", registry.url()))
                        .serializer());
    }

    /** All articles that the topic holds now, of all partitions. */
    static List<RawArticle> readAll(EmbeddedBroker broker, EmbeddedRegistry registry) {
        List<RawArticle> read = new ArrayList<>();
        try (Consumer<String, RawArticle> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                ValueSerdes.of(RawArticle.class, Map.of("schema.registry.url", registry.url()))
                        .deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RAW_ARTICLES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }
}
