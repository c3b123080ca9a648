package io.demarche.kafka.serde;

import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the values of records, and tells a record that holds none from a registry that does not answer, turns us away, or has
 * forgotten our schemas: the record may well be good then.
 */
public final class ValueReader<T extends SpecificRecord> {
    /** What each record in Confluent's wire format starts with. */
    private static final byte MAGIC = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ValueReader.class);

    private final Class<T> type;
    private final Deserializer<T> deserializer;
    private final BooleanSupplier registryKnowsUs;

    private ValueReader(Class<T> type, Deserializer<T> deserializer, BooleanSupplier registryKnowsUs) {
        this.type = type;
        this.deserializer = deserializer;
        this.registryKnowsUs = registryKnowsUs;
    }

    /** A reader of values of this type, with these settings of the serde. */
    public static <T extends SpecificRecord> ValueReader<T> of(Class<T> type, Map<String, ?> serde) {
        SchemaRegistryClient registry = SchemaRegistryClient.from(serde);
        List<String> ours =
                Topics.all().stream().map(Topics.Topic::valueSubject).toList();
        return new ValueReader<>(
                type,
                ValueSerdes.of(type, serde).deserializer(),
                () -> registry.subjects().stream().anyMatch(ours::contains));
    }

    /**
     * The value of a record; empty, with a line in the log, where it holds none.
     *
     * @throws SchemaRegistryUnavailableException where the registry does not answer, turns us away, or knows no schema of ours
     */
    public Optional<T> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return skip(record, "no value");
        }
        try {
            T value = deserializer.deserialize(record.topic(), record.value());
            return value == null ? skip(record, "no value") : Optional.of(value);
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

    private Optional<T> skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.warn(
                "Skipped a record that is none of its type type={} topic={} partition={} offset={} reason={}",
                type.getSimpleName(),
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
