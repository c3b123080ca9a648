package io.demarche.streams;

import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's clients as the streams application gets them by itself, but for a word when a transaction is fenced: Kafka Streams
 * does the work over and tells nobody, so that an application which never finishes in time looks alive.
 */
final class WatchedClients implements KafkaClientSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedClients.class);

    private final PipelineCounters counters;

    WatchedClients(PipelineCounters counters) {
        this.counters = counters;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public void commitTransaction() {
                try {
                    super.commitTransaction();
                } catch (ProducerFencedException | InvalidProducerEpochException e) {
                    counters.add(Count.FENCED, 1);
                    LOG.warn(
                            "a transaction was fenced: it took longer than transaction.timeout.ms, or another instance has"
                                    + " its work now; what was in it is done again producer={}: {}",
                            config.get("client.id"),
                            e.getMessage());
                    throw e;
                }
            }
        };
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }
}
