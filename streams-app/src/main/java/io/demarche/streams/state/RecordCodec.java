package io.demarche.streams.state;

import io.demarche.schemas.ReleasedSchemas;
import io.demarche.schemas.TrustedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Records to bytes and back, in a form that asks no registry: Avro's single-object encoding. Two bytes mark it, the second of
 * which is its version; eight are the fingerprint of the schema that the record was written with; the record follows. The
 * schemas that can be read are those that this build has: its own and the released ones. So a registry that comes back with
 * other ids, or not at all, leaves state as it is. Safe for many threads.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecord> {
    /** The first byte of what a topic carries, and of what stores held before they had a form of their own. */
    private static final byte REGISTRY_FORM = 0;

    private final String name;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /**
     * A codec.
     *
     * @param type the record's generated class
     */
    public RecordCodec(Class<T> type) {
        TrustedRecords.declare();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        name = schema.getName();
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema);
        ReleasedSchemas.of(schema.getName()).forEach(decoder::addSchema);
    }

    /**
     * The record's bytes.
     *
     * @throws SerializationException where it does not fit its schema
     */
    public byte[] encode(T value) {
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("cannot store " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * The record that these bytes hold.
     *
     * @throws UnreadableStateException where this build cannot read them
     */
    public T decode(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] == REGISTRY_FORM) {
            throw new UnreadableStateException(name + " is stored with a registry's id, as earlier versions did", null);
        }
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw new UnreadableStateException(
                    name + " is stored with a schema that this version does not know: " + e.getMessage(), e);
        } catch (IOException | AvroRuntimeException e) {
            throw new UnreadableStateException("a stored " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
