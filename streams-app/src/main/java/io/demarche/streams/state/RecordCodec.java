package io.demarche.streams.state;

import io.demarche.schemas.ReleasedSchemas;
import io.demarche.schemas.TrustedRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Records to bytes and back, in a form that asks no registry: Avro's single-object encoding. Two bytes mark it, the second of
 * which is its version; eight are the fingerprint of the schema that the record was written with; the record follows. The
 * schemas that can be read are those that this build has: its own and the released ones. So a registry that comes back with
 * other ids, or not at all, leaves state as it is. Safe for many threads.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecord> {
    /** What stands before the record: two bytes and the fingerprint. */
    static final int HEAD_LENGTH = 10;

    /** A buffer that grew beyond this for one huge record is not kept. */
    private static final int KEPT_BUFFER = 1 << 20;

    private static final byte[] MARK = {(byte) 0xC3, 0x01};
    /** The first byte of what a topic carries, and of what stores held before they had a form of their own. */
    private static final byte REGISTRY_FORM = 0;

    private final String name;
    private final byte[] head;
    private final ThreadLocal<Output<T>> outputs;
    private final BinaryMessageDecoder<T> decoder;

    /** One thread's buffer and writer. */
    private static final class Output<T> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PartsWriter<T> writer;
        private @Nullable BinaryEncoder encoder;

        Output(Schema schema, SpecificData model) {
            writer = new PartsWriter<>(schema, model);
        }

        byte[] write(byte[] head, T value) throws IOException {
            bytes.reset();
            bytes.writeBytes(head);
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }
    }

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
        head = head(schema);
        outputs = ThreadLocal.withInitial(() -> new Output<>(schema, model));
        decoder = new BinaryMessageDecoder<>(model, schema);
        ReleasedSchemas.of(schema.getName()).forEach(decoder::addSchema);
    }

    private static byte[] head(Schema schema) {
        return ByteBuffer.allocate(HEAD_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /**
     * The record's bytes. Parts that records have in common must not change once they were written.
     *
     * @throws SerializationException where it does not fit its schema
     */
    public byte[] encode(T value) {
        try {
            byte[] bytes = outputs.get().write(head, value);
            if (bytes.length > KEPT_BUFFER) {
                outputs.remove();
            }
            return bytes;
        } catch (IOException | RuntimeException e) {
            outputs.remove(); // the encoder may hold half a record: the next one starts afresh
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
