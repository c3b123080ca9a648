package io.demarche.streams;

import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;
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
        return new Watched(config);
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

    /** A producer that is fenced can do nothing more, whatever it was at when it learnt of it. */
    private final class Watched extends KafkaProducer<byte[], byte[]> {
        private final String name;
        private final AtomicBoolean fenced = new AtomicBoolean();

        Watched(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            name = String.valueOf(config.get(ProducerConfig.CLIENT_ID_CONFIG));
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
            Callback watching = (metadata, exception) -> {
                if (exception != null) {
                    tell(exception);
                }
                if (callback != null) {
                    callback.onCompletion(metadata, exception);
                }
            };
            return watched(() -> super.send(record, watching));
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
            watched(() -> {
                super.sendOffsetsToTransaction(offsets, groupMetadata);
                return true;
            });
        }

        @Override
        public void commitTransaction() {
            watched(() -> {
                super.commitTransaction();
                return true;
            });
        }

        private <T> T watched(Supplier<T> work) {
            try {
                return work.get();
            } catch (KafkaException e) {
                tell(e);
                throw e;
            }
        }

        private void tell(Exception failure) {
            if (isFenced(failure) && fenced.compareAndSet(false, true)) {
                counters.add(Count.FENCED, 1);
                LOG.warn(
                        "a transaction was fenced: it took longer than transaction.timeout.ms, or another instance has its"
                                + " work now; what was in it is done again producer={}: {}",
                        name,
                        failure.getMessage());
            }
        }

        private static boolean isFenced(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                    return true;
                }
            }
            return false;
        }
    }
}
