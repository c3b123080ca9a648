package io.demarche.kafka.serde;

import io.demarche.kafka.registry.RegisteredSchema;
import io.demarche.kafka.registry.SchemaRegistryClient;
import io.demarche.kafka.registry.SchemaRegistryException;
import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import io.demarche.schemas.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated Avro records in Confluent's wire format. Null stays null: a tombstone. Can be named as a Kafka client's
 * {@code value.serializer}; once configured, it is safe for many threads.
 *
 * <p>Which schema a record is written with: with {@code auto.register.schemas=true} (the default) its own, registered
 * where it is unknown; else with {@code use.latest.version=true} the latest of the subject; else its own, which the subject
 * must hold.
 *
 * @param <T> the record
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    /** A buffer that grew beyond this for one huge record is not kept. */
    private static final int KEPT_BUFFER = 1 << 20;

    private final ThreadLocal<Output> outputs = ThreadLocal.withInitial(Output::new);
    private final ConcurrentMap<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Schema, Schema> bareSchemas = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private @Nullable SerdeSettings settings;

    /** To be configured before use. */
    public AvroSerializer() {}

    AvroSerializer(SchemaRegistryClient registry) {
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
     * @throws SerializationException where the record does not fit its schema, or the subject's latest schema
     * @throws SchemaRegistryException where the registry refuses the schema, or does not have it
     * @throws SchemaRegistryUnavailableException where no registry answered
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        SchemaRegistryClient client = registry;
        SerdeSettings configured = settings;
        if (client == null || configured == null) {
            throw new IllegalStateException("configure() was not called");
        }
        String subject = configured.subject(topic);
        Schema schema = record.getSchema();
        if (writesLatest(configured)) {
            RegisteredSchema latest = client.latest(subject);
            return encodeAs(client.schema(latest.id()), latest.id(), record, subject);
        }
        return encode(schema, ownId(client, configured, subject, schema), record, subject);
    }

    /**
     * The same where the record's bytes by its own schema are known.
     *
     * @param encoded what Avro makes of the record, without any frame; it is not consumed
     * @throws SchemaRegistryException where the registry refuses the schema, or does not have it
     * @throws SchemaRegistryUnavailableException where no registry answered
     */
    byte @Nullable [] frame(String topic, T record, ByteBuffer encoded) {
        SchemaRegistryClient client = registry;
        SerdeSettings configured = settings;
        if (client == null || configured == null || writesLatest(configured)) {
            return serialize(topic, record);
        }
        int id = ownId(client, configured, configured.subject(topic), record.getSchema());
        return ByteBuffer.allocate(WireFormat.HEADER_LENGTH + encoded.remaining())
                .put(WireFormat.header(id))
                .put(encoded.duplicate())
                .array();
    }

    private static boolean writesLatest(SerdeSettings configured) {
        return configured.useLatest() && !configured.autoRegister();
    }

    private int ownId(SchemaRegistryClient client, SerdeSettings configured, String subject, Schema schema) {
        Schema registered = configured.removeJavaProperties() ? bare(schema) : schema;
        return configured.autoRegister() ? client.register(subject, registered) : client.id(subject, registered);
    }

    private byte[] encode(Schema schema, int id, T record, String subject) {
        Output output = outputs.get();
        try {
            return output.write(id, record, writers.computeIfAbsent(schema, own -> writer(own, record)));
        } catch (IOException | RuntimeException e) {
            // The encoder may hold half a record: the next one starts afresh.
            outputs.remove();
            throw new SerializationException(
                    "cannot write " + schema.getFullName() + " for subject " + subject + ": " + e.getMessage(), e);
        }
    }

    /** Writes with another schema than the record's class was made from. */
    private byte[] encodeAs(Schema target, int id, T record, String subject) {
        Schema own = record.getSchema();
        if (sameLayout(own, target)) {
            return encode(own, id, record, subject);
        }
        // Avro's writer takes fields by their position in the target schema, which is not theirs in the class: so the
        // record goes by way of its own schema and Avro's resolution.
        byte[] bytes = encode(own, id, record, subject);
        try {
            Object resolved = new GenericDatumReader<>(own, target, new GenericData())
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            bytes,
                                            WireFormat.HEADER_LENGTH,
                                            bytes.length - WireFormat.HEADER_LENGTH,
                                            null));
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
            out.write(WireFormat.header(id));
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<>(target, new GenericData()).write(resolved, encoder);
            return out.toByteArray();
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException(
                    own.getFullName() + " does not fit the latest schema of subject " + subject + ": " + e.getMessage(),
                    e);
        }
    }

    private static boolean sameLayout(Schema own, Schema target) {
        return own.equals(target)
                || SchemaNormalization.toParsingForm(own).equals(SchemaNormalization.toParsingForm(target));
    }

    private static <T extends SpecificRecord> DatumWriter<T> writer(Schema schema, T record) {
        return new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass()));
    }

    private Schema bare(Schema schema) {
        return bareSchemas.computeIfAbsent(schema, JavaProperties::removed);
    }

    /** One thread's buffer and encoder. */
    private static final class Output {
        private final ExposedBuffer buffer = new ExposedBuffer();
        private @Nullable BinaryEncoder encoder;

        <T> byte[] write(int id, T record, DatumWriter<T> writer) throws IOException {
            buffer.reset();
            buffer.write(WireFormat.header(id));
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(record, encoder);
            encoder.flush();
            byte[] bytes = buffer.toByteArray();
            buffer.shrink();
            return bytes;
        }
    }

    private static final class ExposedBuffer extends ByteArrayOutputStream {
        void shrink() {
            if (buf.length > KEPT_BUFFER) {
                buf = new byte[32];
                count = 0;
            }
        }
    }
}
