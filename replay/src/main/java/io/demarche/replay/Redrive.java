package io.demarche.replay;

import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends dead letters back to where they failed, each once a run: once the cause is mended, they take the normal way. How often
 * a record was sent back is counted in its header {@value DeadLetter#TRIES}; one that has used up its tries, and one that cannot
 * be sent back, is quarantined. Ends at the letters that were there at the start, so it never chases its own.
 *
 * <p>Letters sent and the place reached are written in one transaction: interrupted or killed, the next run goes on from there.
 * The place stays when it has ended. One thread runs; {@link #close} may be called from any.
 */
public final class Redrive implements AutoCloseable {
    private final Map<String, String> settings;
    private final RedrivePlan plan;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Optional<Origin>> origins = new HashMap<>();
    private final SortedMap<String, Long> redriven = new TreeMap<>();
    private final SortedMap<String, Long> quarantined = new TreeMap<>();
    private long read;

    private record Origin(int partitions, int maxBytes) {}

    /**
     * A redrive that has yet to run.
     *
     * @param settings of Kafka's clients, {@code bootstrap.servers} among them
     */
    public Redrive(Map<String, String> settings, RedrivePlan plan) {
        this.settings = Map.copyOf(settings);
        this.plan = plan;
    }

    /**
     * Sends the letters back.
     *
     * @throws DemarcheException where the topic is missing, the broker does not answer, or refuses
     */
    public RedriveSummary run() {
        try (ReplayTopics topics = new ReplayTopics(settings)) {
            topics.requireSource(plan.source());
            topics.requireTarget(plan.source(), plan.quarantine());
            try (KafkaConsumer<byte[], byte[]> consumer = ReplayClients.consumer(settings, plan.group());
                    KafkaProducer<byte[], byte[]> producer = ReplayClients.producer(settings, plan.group())) {
                producer.initTransactions();
                CopyBatch batch = new CopyBatch(producer, consumer.groupMetadata());
                boolean finished = each(topics, consumer, (letter, answer) -> {
                    batch.send(answer);
                    batch.reached(letter);
                });
                batch.commit();
                return new RedriveSummary(read, redriven, quarantined, finished);
            }
        } catch (KafkaException e) {
            throw explained(e);
        } finally {
            ended.countDown();
        }
    }

    /** Counts what {@link #run} would do, and writes nothing. */
    public RedriveSummary dryRun() {
        try (ReplayTopics topics = new ReplayTopics(settings);
                KafkaConsumer<byte[], byte[]> consumer = ReplayClients.consumer(settings, plan.group())) {
            topics.requireSource(plan.source());
            boolean finished = each(topics, consumer, (letter, answer) -> {});
            return new RedriveSummary(read, redriven, quarantined, finished);
        } catch (KafkaException e) {
            throw explained(e);
        } finally {
            ended.countDown();
        }
    }

    /** What is done with a letter and the record made of it. */
    private interface Step {
        void take(ConsumerRecord<byte[], byte[]> letter, ProducerRecord<byte[], byte[]> answer);
    }

    private boolean each(ReplayTopics topics, KafkaConsumer<byte[], byte[]> consumer, Step step) {
        BoundedReader reader = new BoundedReader(consumer, plan.source(), plan.from(), Optional.empty());
        Optional<ConsumerRecord<byte[], byte[]>> next = reader.next();
        while (next.isPresent() && read < plan.limit() && stopped.getCount() > 0) {
            read++;
            step.take(next.get(), answer(new DeadLetter(next.get()), topics));
            next = reader.next();
        }
        return next.isEmpty();
    }

    private ProducerRecord<byte[], byte[]> answer(DeadLetter letter, ReplayTopics topics) {
        String topic = letter.origin().orElse("");
        Optional<Origin> origin = topic.isEmpty() || topic.equals(plan.source()) || topic.equals(plan.quarantine())
                ? Optional.empty()
                : origins.computeIfAbsent(
                        topic,
                        name -> topics.partitionsIfThere(name)
                                .map(partitions -> new Origin(partitions, topics.maxBytes(name))));
        if (origin.isEmpty()) {
            return quarantined(letter, "without a topic");
        }
        if (letter.tries() >= plan.maxTries()) {
            return quarantined(letter, "tried " + letter.tries() + " times");
        }
        ProducerRecord<byte[], byte[]> again = letter.again(topic, origin.get().partitions());
        if (DeadLetter.bytes(again) > origin.get().maxBytes()) {
            return quarantined(letter, "too large");
        }
        redriven.merge(topic, 1L, Long::sum);
        return again;
    }

    private ProducerRecord<byte[], byte[]> quarantined(DeadLetter letter, String reason) {
        quarantined.merge(reason, 1L, Long::sum);
        return letter.into(plan.quarantine());
    }

    /** Ends a redrive under way, once what it has written is committed. */
    @Override
    public void close() {
        stopped.countDown();
    }

    /** Stops, and waits until the run has ended; for a shutdown hook. */
    public void stopAndAwait() {
        close();
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private DemarcheException explained(KafkaException e) {
        return new DemarcheException(
                "cannot redrive " + plan.source() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                e);
    }
}
