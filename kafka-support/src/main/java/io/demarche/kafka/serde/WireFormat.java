package io.demarche.kafka.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's framing of a record: byte 0, the schema's id as a 4-byte big-endian integer, the payload. */
final class WireFormat {
    static final int HEADER_LENGTH = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array();
    }

    /** @throws SerializationException where the bytes do not start with a header */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_LENGTH) {
            throw new SerializationException(
                    bytes.length + " bytes are too short for a record: at least " + HEADER_LENGTH + " make the header");
        }
        if (bytes[0] != MAGIC) {
            throw new SerializationException(String.format(
                    "not a record in the wire format of a schema registry: starts with byte 0x%02x instead of 0x00",
                    bytes[0]));
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
