package io.demarche.replay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients as copying needs them: bytes, committed records only, places written with the copies. */
final class ReplayClients {
    /** Above what any topic of the catalogue takes: 5 MiB. */
    static final int MAX_REQUEST_BYTES = 5 * 1024 * 1024;

    private ReplayClients() {}

    /** A consumer that commits nothing by itself; its group is only where a place is kept. */
    static KafkaConsumer<byte[], byte[]> consumer(Map<String, String> settings, String group) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("group.id", group);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "none");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer of transactions; a second one of the same id shuts the first out. */
    static KafkaProducer<byte[], byte[]> producer(Map<String, String> settings, String transactionalId) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("transactional.id", transactionalId);
        config.put("enable.idempotence", "true");
        config.put("acks", "all");
        config.putIfAbsent("batch.size", "262144");
        config.putIfAbsent("linger.ms", "5");
        config.putIfAbsent("max.request.size", Integer.toString(MAX_REQUEST_BYTES));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
