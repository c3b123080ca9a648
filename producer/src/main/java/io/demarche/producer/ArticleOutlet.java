package io.demarche.producer;

import io.demarche.avro.DayTick;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import io.demarche.schemas.DemarcheException;
import io.demarche.schemas.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;

/** The way to the topics: encodes, checks sizes, sends, and remembers the first failure until somebody asks. */
final class ArticleOutlet {
    /** More than a record's own framing and its share of the batch's take. */
    private static final int FRAMING = 512;

    private final Producer<String, byte[]> kafka;
    private final RecordEncoder encoder;
    private final Serializer<RawArticle> articles;
    private final Serializer<DayTick> ticks;
    private final Serializer<SourceState> states;
    private final int largestRecord;
    private final String servers;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    ArticleOutlet(
            Producer<String, byte[]> kafka,
            RecordEncoder encoder,
            Serializer<RawArticle> articles,
            Serializer<DayTick> ticks,
            Serializer<SourceState> states,
            ProducerSettings settings) {
        this.kafka = kafka;
        this.encoder = encoder;
        this.articles = articles;
        this.ticks = ticks;
        this.states = states;
        this.largestRecord = settings.largestRecord();
        this.servers = settings.bootstrapServers();
    }

    /** Hears that the broker refused an article for its size. */
    @FunctionalInterface
    interface Refusal {
        void refused(String why);
    }

    /**
     * Sends an article, acknowledged at the latest with the next {@link #flush}.
     *
     * @param refusal told, at once or later by another thread, where it is too large
     * @return whether it was sent; false where it is too large for this producer
     */
    boolean send(RawArticle article, Refusal refusal) {
        failIfFailed();
        String topic = Topics.RAW_ARTICLES.name();
        byte[] value = encoder.encode(articles, topic, article);
        if (value.length + FRAMING > largestRecord) {
            refusal.refused("too large for the topic: " + value.length + " bytes, at most " + (largestRecord - FRAMING)
                    + " (max.request.size)");
            return false;
        }
        kafka.send(new ProducerRecord<>(topic, article.getArticleId(), value), (metadata, e) -> {
            if (e instanceof RecordTooLargeException) {
                refusal.refused("too large for the broker: " + value.length + " bytes (max.message.bytes)");
            } else if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
        return true;
    }

    /** Announces a day to every partition, once all that was sent before is acknowledged. */
    void tick(LocalDate day) {
        flush();
        String topic = Topics.DAY_TICKS.name();
        byte[] value = encoder.encode(ticks, topic, new DayTick(day));
        for (PartitionInfo partition : kafka.partitionsFor(topic)) {
            kafka.send(
                    new ProducerRecord<>(topic, partition.partition(), Topics.DAY_TICK_KEY, value), (metadata, e) -> {
                        if (e != null) {
                            failure.compareAndSet(null, e);
                        }
                    });
        }
    }

    /** Remembers a source. */
    void remember(SourceState state) {
        failIfFailed();
        String topic = Topics.SOURCE_STATE.name();
        byte[] value = encoder.encode(states, topic, state);
        kafka.send(new ProducerRecord<>(topic, state.getSource(), value), (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /**
     * Waits until all that was sent is acknowledged.
     *
     * @throws DemarcheException where something was not
     */
    void flush() {
        kafka.flush();
        failIfFailed();
    }

    /** What failed was undone with its transaction. */
    void forgetFailure() {
        failure.set(null);
    }

    void close(Duration patience) {
        kafka.close(patience);
    }

    private void failIfFailed() {
        Exception first = failure.get();
        if (first != null) {
            throw explained(first);
        }
    }

    /** The failure of a send as one line for a person. */
    DemarcheException explained(Exception e) {
        String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (e instanceof TimeoutException) {
            return new DemarcheException(
                    "no broker at " + servers + " acknowledged the articles in time: " + what
                            + " (is it up? delivery.timeout.ms says how long to wait)",
                    e);
        }
        if (e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException) {
            return new DemarcheException(
                    "another producer reads these feeds now, and this one stops (--name tells several apart)", e);
        }
        if (e instanceof AuthorizationException) {
            return new DemarcheException("the broker at " + servers + " does not let us write: " + what, e);
        }
        return new DemarcheException("the broker at " + servers + " took no more articles: " + what, e);
    }
}
