package io.demarche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.ContentId;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Articles as records, each with an identity of its own and the text of one of ours, and a way to send many of them. */
final class ArticleRecords implements AutoCloseable {
    private final Rotation<Article> texts = new Rotation<>(OwnArticles.diplomatic());
    private final Serializer<RawArticle> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private int number;

    ArticleRecords(PipelineCluster cluster) {
        serializer =
                ValueSerdes.<RawArticle>of(RawArticle.class, cluster.serdes()).serializer();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * One article.
     *
     * @param key its identity: a number that no other has
     * @param value as it travels
     */
    record Encoded(byte[] key, byte[] value) {}

    /** So many more articles, that nothing has been said about before. */
    List<Encoded> more(int count) {
        List<Encoded> more = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            more.add(next(Instant.parse("2024-06-01T12:00:00Z")));
        }
        return more;
    }

    Encoded next(Instant published) {
        Article text = texts.next();
        String id = Integer.toString(number++);
        RawArticle article = RawArticle.newBuilder()
                .setArticleId(id)
                .setContentHash(ContentId.of(id, text.body()))
                .setPublisher(text.publisher())
                .setTitle(text.title())
                .setBody(text.body())
                .setPublishedAt(published)
                .setPublishedAtBasis(PublishedAtBasis.STATED)
                .setFetchedAt(published)
                .build();
        return new Encoded(id.getBytes(UTF_8), serializer.serialize(Topics.RAW_ARTICLES.name(), article));
    }

    /** Sends them, and returns when the broker has them all. */
    void send(String topic, List<Encoded> articles) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        articles.forEach(article ->
                producer.send(new ProducerRecord<>(topic, article.key(), article.value()), (metadata, exception) -> {
                    if (exception != null) {
                        failure.set(exception);
                    }
                }));
        producer.flush();
        if (failure.get() != null) {
            throw new DemarcheException(
                    "an article was not sent: " + failure.get().getMessage(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
