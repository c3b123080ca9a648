package io.demarche.bench;

import io.demarche.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A producer, and a consumer that throws everything away. */
final class RawHop implements Contender {
    private static final Duration POLL = Duration.ofMillis(100);

    private final ArticleRecords records;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    RawHop(PipelineCluster cluster, ArticleRecords records, String topic) {
        this.records = records;
        this.topic = topic;
        cluster.createTopic(topic);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.RAW_ARTICLES.partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public void take(List<ArticleRecords.Encoded> articles) {
        records.send(topic, articles);
        for (int taken = 0; taken < articles.size(); ) {
            taken += consumer.poll(POLL).count();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
