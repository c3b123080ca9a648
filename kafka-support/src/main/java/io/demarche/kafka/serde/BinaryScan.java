package io.demarche.kafka.serde;

import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Walks over Avro binary without building anything, to find where the value ends. Avro's decoder allocates what a length
 * in the data claims before it looks whether that much is there: a few hostile bytes would cost gigabytes. Behind this
 * check they cost nothing.
 */
final class BinaryScan {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VARINT_BYTES = 10;

    private final byte[] bytes;
    private int position;

    private BinaryScan(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    /**
     * Checks that the bytes from an offset to the end are exactly one value of the schema.
     *
     * @throws SerializationException where they end too early or go on behind it, or hold an impossible length
     */
    static void check(Schema schema, byte[] bytes, int start) {
        BinaryScan scan = new BinaryScan(bytes, start);
        scan.skip(schema, 0);
        if (scan.position != bytes.length) {
            throw new SerializationException("the record ends at byte " + scan.position + ", but "
                    + (bytes.length - scan.position) + " more bytes follow");
        }
    }

    private void skip(Schema schema, int depth) {
        if (depth > MAX_DEPTH) {
            throw broken("nested deeper than " + MAX_DEPTH + " levels");
        }
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> advance(1);
            case INT -> {
                long value = varint();
                if (value != (int) value) {
                    throw broken("a 32-bit number is out of range");
                }
            }
            case LONG -> varint();
            case FLOAT -> advance(Float.BYTES);
            case DOUBLE -> advance(Double.BYTES);
            case STRING, BYTES -> advance(varint());
            case FIXED -> advance(schema.getFixedSize());
            case ENUM -> index(schema.getEnumSymbols().size());
            case UNION -> skip(schema.getTypes().get(index(schema.getTypes().size())), depth + 1);
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    skip(field.schema(), depth + 1);
                }
            }
            case ARRAY -> blocks(() -> skip(schema.getElementType(), depth + 1));
            case MAP ->
                blocks(() -> {
                    advance(varint());
                    skip(schema.getValueType(), depth + 1);
                });
        }
    }

    /** Blocks of items: a count, then that many; a negative count comes with the block's size in bytes; 0 ends them. */
    private void blocks(Runnable item) {
        for (long count = varint(); count != 0; count = varint()) {
            if (count < 0) {
                count = -count;
                varint();
            }
            // An item of no bytes (null, an empty record) could be claimed any number of times.
            if (count < 0 || count > bytes.length - position) {
                throw broken("a list claims " + count + " items, but " + (bytes.length - position) + " bytes are left");
            }
            for (long i = 0; i < count; i++) {
                item.run();
            }
        }
    }

    private int index(int size) {
        long index = varint();
        if (index < 0 || index >= size) {
            throw broken("index " + index + " of a union or enum that has " + size);
        }
        return (int) index;
    }

    private void advance(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw broken("a value claims " + length + " bytes, but " + (bytes.length - position) + " are left");
        }
        position += (int) length;
    }

    /** A number in zigzag form, seven bits a byte, the lowest first. */
    private long varint() {
        long raw = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            if (position >= bytes.length) {
                throw broken("the record is cut off");
            }
            byte next = bytes[position++];
            raw |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw broken("a number has no end");
    }

    private SerializationException broken(String what) {
        return new SerializationException(what + " (at byte " + position + " of " + bytes.length + ")");
    }
}
