package io.demarche.kafka.serde;

import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.TrustedRecords;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated Avro records from Confluent's wire format. Null stays null. The schema that a record was written with
 * comes from the registry and is resolved to that of the class, so older and newer writers are read alike. Can be named as
 * a Kafka client's {@code value.deserializer}; once configured, it is safe for many threads.
 *
 * <p>The class is the one that {@code specific.avro.value.type} names; without that setting, the one that bears the full
 * name of the writer's schema.
 *
 * @param <T> the record
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final ThreadLocal<@Nullable BinaryDecoder> decoders = new ThreadLocal<>();
    private final ConcurrentMap<Integer, Reading<T>> readings = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private @Nullable SerdeSettings settings;

    private record Reading<T>(Schema writer, DatumReader<T> reader) {}

    /** To be configured before use. */
    public AvroDeserializer() {}

    AvroDeserializer(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        TrustedRecords.declare();
        settings = SerdeSettings.from(configs, isKey);
        if (registry == null) {
            registry = SchemaRegistryClient.from(configs);
        }
    }

    /**
     * @throws SerializationException where the bytes are no such record: no header, too short, too long, an id that the
     *     registry does not know, a schema that cannot be read as the class
     * @throws SchemaRegistryException where the registry refuses to answer
     * @throws SchemaRegistryUnavailableException where no registry answered: the bytes may be good
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            int id = WireFormat.schemaId(bytes);
            Reading<T> reading = reading(id);
            BinaryScan.check(reading.writer(), bytes, WireFormat.HEADER_LENGTH);
            return read(reading, bytes);
        } catch (SerializationException e) {
            throw new SerializationException("topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private T read(Reading<T> reading, byte[] bytes) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(
                        bytes, WireFormat.HEADER_LENGTH, bytes.length - WireFormat.HEADER_LENGTH, decoders.get());
        decoders.set(decoder);
        try {
            return reading.reader().read(null, decoder);
        } catch (IOException | RuntimeException e) {
            // What went wrong may have left the decoder anywhere.
            decoders.remove();
            throw new SerializationException(
                    "cannot read " + reading.writer().getFullName() + ": " + e.getMessage(), e);
        }
    }

    private Reading<T> reading(int id) {
        Reading<T> known = readings.get(id);
        if (known != null) {
            return known;
        }
        SchemaRegistryClient client = registry;
        SerdeSettings configured = settings;
        if (client == null || configured == null) {
            throw new IllegalStateException("configure() was not called");
        }
        Schema writer = writerSchema(client, id);
        Reading<T> reading = new Reading<>(writer, reader(writer, configured.type()));
        readings.put(id, reading);
        return reading;
    }

    private static Schema writerSchema(SchemaRegistryClient client, int id) {
        try {
            return client.schema(id);
        } catch (SchemaRegistryException e) {
            if (e.errorCode() == SchemaRegistryException.SCHEMA_NOT_FOUND
                    || e.errorCode() == SchemaRegistryException.INVALID_SCHEMA) {
                throw new SerializationException("schema id " + id + " is unknown: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> DatumReader<T> reader(Schema writer, Optional<Class<? extends SpecificRecord>> type) {
        Class<?> target = type.isPresent() ? type.get() : classNamedBy(writer);
        SpecificData model = SpecificData.getForClass(target);
        Schema reader = model.getSchema(target);
        if (!reader.getFullName().equals(writer.getFullName())
                && !reader.getAliases().contains(writer.getFullName())) {
            throw new SerializationException(
                    "the record is a " + writer.getFullName() + ", not a " + reader.getFullName());
        }
        return (DatumReader<T>) model.createDatumReader(writer, reader);
    }

    private static Class<?> classNamedBy(Schema writer) {
        Class<?> type;
        try {
            type = writer.getType() == Schema.Type.RECORD ? SpecificData.get().getClass(writer) : null;
        } catch (SecurityException e) {
            throw new SerializationException(
                    "the record is a " + writer.getFullName() + ", which is not among the classes declared as trusted",
                    e);
        }
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new SerializationException("no generated class for records of " + writer.getFullName());
        }
        return type;
    }
}
