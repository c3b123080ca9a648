package io.demarche.web.articles;

import io.demarche.archive.store.ArticlePlace;
import io.demarche.avro.RawArticle;
import io.demarche.kafka.registry.RegistrySettings;
import io.demarche.kafka.serde.ValueReader;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic of articles. It is connected with the first text that is asked for, and anew after one that failed. Texts are read
 * one after the other. Thread-safe.
 */
public final class ArticleTopic implements ArticleTexts, AutoCloseable {
    private static final long PATIENCE_MS = 5_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> settings;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable ValueReader<RawArticle> values;

    /**
     * @param bootstrapServers the brokers
     * @param schemaRegistryUrl the registry
     * @param properties further settings of Kafka's client and the serde
     */
    public ArticleTopic(String bootstrapServers, String schemaRegistryUrl, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("bootstrap.servers", bootstrapServers);
        all.put(RegistrySettings.URL, schemaRegistryUrl);
        all.putIfAbsent(RegistrySettings.RETRY_TOTAL_MS, Long.toString(PATIENCE_MS));
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "none");
        all.put("isolation.level", "read_committed");
        all.put("allow.auto.create.topics", "false");
        all.put("max.poll.records", "1");
        this.settings = Map.copyOf(all);
    }

    @Override
    public Optional<RawArticle> read(ArticlePlace place) {
        try {
            if (!reading.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw new UnreadArticleException("others are being read; try again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadArticleException("interrupted", e);
        }
        try {
            return find(place).flatMap(record -> values().read(record));
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } catch (KafkaException | DemarcheException e) {
            disconnect();
            throw e instanceof UnreadArticleException unread ? unread : unread(reason(e), e);
        } finally {
            reading.unlock();
        }
    }

    private Optional<ConsumerRecord<byte[], byte[]>> find(ArticlePlace place) {
        Consumer<byte[], byte[]> kafka = connected();
        TopicPartition partition = new TopicPartition(Topics.RAW_ARTICLES.name(), place.partition());
        kafka.assign(List.of(partition));
        try {
            kafka.seek(partition, place.offset());
            long start = System.nanoTime();
            while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS)) {
                for (ConsumerRecord<byte[], byte[]> record : kafka.poll(POLL).records(partition)) {
                    // Another is there where the topic was created anew.
                    return record.offset() == place.offset() && isOf(place, record)
                            ? Optional.of(record)
                            : Optional.empty();
                }
            }
        } finally {
            kafka.unsubscribe();
        }
        throw unread("no answer", new DemarcheException("no answer"));
    }

    private static boolean isOf(ArticlePlace place, ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(place.articleId());
    }

    private UnreadArticleException unread(String reason, Exception cause) {
        return new UnreadArticleException(
                "the broker at " + settings.get("bootstrap.servers") + " does not give it now (" + reason + ")", cause);
    }

    private Consumer<byte[], byte[]> connected() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(
                    new HashMap<String, Object>(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        return consumer;
    }

    private ValueReader<RawArticle> values() {
        if (values == null) {
            values = ValueReader.of(RawArticle.class, settings);
        }
        return values;
    }

    private void disconnect() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        values = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    @Override
    public void close() {
        reading.lock();
        try {
            disconnect();
        } finally {
            reading.unlock();
        }
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
