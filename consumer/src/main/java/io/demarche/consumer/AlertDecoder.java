package io.demarche.consumer;

import io.demarche.avro.EscalationAlert;
import io.demarche.kafka.TestMark;
import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.kafka.serde.ValueSerdes;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads alerts from records, and tells a record that is none from a registry that does not answer, turns us away, or has
 * forgotten our schemas: the record may well be good then.
 */
final class AlertDecoder {
    /** What each record in Confluent's wire format starts with. */
    private static final byte MAGIC = 0;

    private static final Logger LOG = LoggerFactory.getLogger(AlertDecoder.class);

    private final Deserializer<EscalationAlert> deserializer;
    private final BooleanSupplier registryKnowsUs;

    /**
     * @param registryKnowsUs whether the registry holds any schema of ours; asked where a record cannot be read
     */
    AlertDecoder(Deserializer<EscalationAlert> deserializer, BooleanSupplier registryKnowsUs) {
        this.deserializer = deserializer;
        this.registryKnowsUs = registryKnowsUs;
    }

    /** A decoder with these settings of the serde. */
    static AlertDecoder of(Map<String, Object> serde) {
        SchemaRegistryClient registry = SchemaRegistryClient.from(serde);
        List<String> ours =
                Topics.all().stream().map(topic -> topic.name() + "-value").toList();
        return new AlertDecoder(
                ValueSerdes.of(EscalationAlert.class, serde).deserializer(),
                () -> registry.subjects().stream().anyMatch(ours::contains));
    }

    /**
     * The alert of a record, marked as a test where the record or its header says so; empty, with a line in the log, where it
     * holds none.
     *
     * @throws SchemaRegistryUnavailableException where the registry does not answer, turns us away, or knows no schema of ours
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
            if (!isDyad(alert.getDyad())) {
                return skip(record, "its dyad is no pair of states");
            }
            return Optional.of(alert);
        } catch (SchemaRegistryUnavailableException e) {
            throw e;
        } catch (SchemaRegistryException e) {
            throw new SchemaRegistryUnavailableException(reason(e), e);
        } catch (SerializationException e) {
            requireSchemasOfOurs(record.value());
            return skip(record, reason(e));
        } catch (RuntimeException e) {
            // Bytes that only look like a record can make a decoder fail in any way; the record is bad all the same.
            return skip(record, e.getClass().getSimpleName() + " " + reason(e));
        }
    }

    /** Bytes without the header of the wire format are no record, whatever the registry knows. */
    private void requireSchemasOfOurs(byte[] value) {
        if (value.length == 0 || value[0] != MAGIC) {
            return;
        }
        try {
            if (registryKnowsUs.getAsBoolean()) {
                return;
            }
        } catch (SchemaRegistryException e) {
            throw new SchemaRegistryUnavailableException(reason(e), e);
        }
        throw new SchemaRegistryUnavailableException(
                "the registry knows no schema of ours: was it emptied, or is it another one?", null);
    }

    private static boolean isDyad(String text) {
        try {
            Dyad.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
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
