package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads alerts from records, and tells a record that is none from a registry that does not answer. */
final class AlertDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDecoder.class);

    private final Deserializer<EscalationAlert> deserializer;

    AlertDecoder(Deserializer<EscalationAlert> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * The alert of a record, marked as a test where the record or its header says so; empty, with a line in the log, where it holds none.
     *
     * @throws SchemaRegistryUnavailableException where the registry does not answer: the record may well be good
     */
    Optional<EscalationAlert> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return skip(record, "no value");
        }
        try {
            EscalationAlert alert = deserializer.deserialize(record.topic(), record.value());
            if (alert == null) {
                return skip(record, "no value");
            }
            if (TestMark.isOn(record.headers())) {
                alert.setTest(true); // made of a replayed article: the record itself is as the article's first time
            }
            return Optional.of(alert);
        } catch (SchemaRegistryUnavailableException e) {
            throw e;
        } catch (SerializationException e) {
            return skip(record, reason(e));
        } catch (RuntimeException e) {
            // Bytes that only look like a record can make a decoder fail in any way; the record is bad all the same.
            return skip(record, e.getClass().getSimpleName() + " " + reason(e));
        }
    }

    private static Optional<EscalationAlert> skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.warn(
                "Skipped a record that is no alert topic={} partition={} offset={} reason={}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        return Optional.empty();
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
