package io.demarche.bench;

import io.demarche.coder.EventCoder;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How long one article takes to where it is waited for, when nothing else is on its way. */
final class IdleLatency implements AutoCloseable {
    private static final int UNTIMED = 30;
    private static final Duration TOO_LONG = Duration.ofSeconds(30);
    /** Articles come at no regular distance, so that none of the pipeline's own rhythms is met at one point always. */
    private static final int LONGEST_PAUSE_MS = 150;

    private final ArticleRecords records;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Random random = new Random(7);

    /**
     * Waits at a topic.
     *
     * @param awaited what is committed to it ends the wait
     */
    IdleLatency(PipelineCluster cluster, ArticleRecords records, String awaited) {
        this.records = records;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.ESCALATION_ALERTS.partitions())
                .mapToObj(partition -> new TopicPartition(awaited, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** A coder by which each article is one alert: of force between two states that have had nothing to do with each other. */
    static EventCoder alarming() {
        List<String> states = SampleMentions.states(200);
        return article -> {
            int number = Integer.parseInt(article.articleId());
            String source = states.get(number % states.size());
            String target = states.get((number + 1 + number / states.size()) % states.size());
            return List.of(SampleMentions.force(article.articleId(), source, target, article.publishedAt()));
        };
    }

    /** Sends so many articles to a topic, one after the other, and returns what each took, in milliseconds, in ascending order. */
    double[] measure(String topic, int articles) {
        double[] taken = new double[articles];
        Instant published = Instant.parse("2024-06-01T12:00:00Z");
        for (int i = -UNTIMED; i < articles; i++) {
            pause();
            List<ArticleRecords.Encoded> one = List.of(records.next(published));
            long start = System.nanoTime();
            records.send(topic, one);
            while (consumer.poll(TOO_LONG).isEmpty()) {
                throw new DemarcheException("nothing arrived within " + TOO_LONG.toSeconds() + " s");
            }
            if (i >= 0) {
                taken[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(taken);
        return taken;
    }

    private void pause() {
        try {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemarcheException("interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
