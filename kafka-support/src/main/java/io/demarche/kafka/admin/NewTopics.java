package io.demarche.kafka.admin;

import io.demarche.schemas.DemarcheException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics that can be written to at once. */
public final class NewTopics {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long PAUSE_MS = 50;

    private NewTopics() {}

    /**
     * Creates the topics, and returns when every partition takes requests.
     *
     * @throws KafkaException as the broker refused: where a topic exists, its name cannot be, or the account may not
     * @throws DemarcheException where a partition has no leader after 10 s
     */
    public static void create(Admin admin, Collection<NewTopic> topics) {
        get(admin.createTopics(topics).all());
        awaitLeaders(admin, topics.stream().map(NewTopic::name).toList());
    }

    /**
     * Returns when every partition of topics just made takes requests. A broker knows of a new partition before it leads
     * it, and a producer without history there may have its second batch taken and its first one refused: it then tries in
     * vain, out of order, until its time is up.
     *
     * @throws DemarcheException where a partition has no leader after 10 s
     */
    public static void awaitLeaders(Admin admin, Collection<String> topics) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
                for (TopicDescription topic : get(admin.describeTopics(List.copyOf(topics))
                                .allTopicNames())
                        .values()) {
                    topic.partitions()
                            .forEach(one -> partitions.put(
                                    new TopicPartition(topic.name(), one.partition()), OffsetSpec.earliest()));
                }
                get(admin.listOffsets(partitions).all());
                return;
            } catch (UnknownTopicOrPartitionException e) {
                // Another broker, or the same one a moment early, has not heard of the topic yet.
                if (System.nanoTime() > deadline) {
                    throw new DemarcheException("the new topics " + topics + " have no leaders yet", e);
                }
                pause();
            }
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("no answer within " + TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
