package io.demarche.cli.demo;

import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Topics;
import io.demarche.schemas.Topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * What the topics hold at the end of a demo.
 *
 * @param mentions event mentions
 * @param events the last revision of each event that still has evidence
 * @param alerts the last revision of each alert, by alertId
 * @param deadLetters dead letters of any topic
 * @param deadArticles dead letters that were articles
 */
record TopicContents(
        long mentions,
        List<DiplomaticEvent> events,
        Map<String, EscalationAlert> alerts,
        long deadLetters,
        long deadArticles) {
    private static final Duration POLL = Duration.ofMillis(100);
    /** The header in which Kafka Streams names the topic of a dead letter (KIP-1034). */
    private static final String ORIGIN_TOPIC = "__streams.errors.topic";

    /** Reads the topics to the end they have now. */
    static TopicContents read(String servers, String registryUrl) {
        Tally mentions = new Tally();
        read(servers, Topics.EVENT_MENTIONS, record -> mentions.all++);
        Map<String, DiplomaticEvent> events = new HashMap<>();
        Decoder<DiplomaticEvent> event = new Decoder<>(DiplomaticEvent.class, registryUrl);
        read(servers, Topics.DIPLOMATIC_EVENTS, record -> {
            DiplomaticEvent read = event.decode(record);
            events.put(read.getEventId(), read);
        });
        Map<String, EscalationAlert> alerts = new HashMap<>();
        Decoder<EscalationAlert> alert = new Decoder<>(EscalationAlert.class, registryUrl);
        read(servers, Topics.ESCALATION_ALERTS, record -> {
            EscalationAlert read = alert.decode(record);
            alerts.put(read.getAlertId(), read);
        });
        Tally dead = new Tally();
        read(servers, Topics.DEAD_LETTERS, record -> {
            dead.all++;
            dead.articles += isArticle(record) ? 1 : 0;
        });
        return new TopicContents(
                mentions.all,
                events.values().stream().filter(one -> one.getMentions() > 0).toList(),
                Map.copyOf(alerts),
                dead.all,
                dead.articles);
    }

    private static boolean isArticle(ConsumerRecord<byte[], byte[]> record) {
        Header origin = record.headers().lastHeader(ORIGIN_TOPIC);
        return origin != null && Topics.RAW_ARTICLES.name().equals(new String(origin.value(), StandardCharsets.UTF_8));
    }

    private static void read(String servers, Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", servers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "fetch.max.wait.ms", "10");
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    /** Counts that a lambda can add to. */
    private static final class Tally {
        private long all;
        private long articles;
    }

    /** Reads the values of one topic. */
    private static final class Decoder<T extends SpecificRecord> {
        private final Serde<T> serde;

        Decoder(Class<T> type, String registryUrl) {
            serde = ValueSerdes.of(type, Map.of("schema.registry.url", registryUrl));
        }

        T decode(ConsumerRecord<byte[], byte[]> record) {
            return serde.deserializer().deserialize(record.topic(), record.value());
        }
    }
}
