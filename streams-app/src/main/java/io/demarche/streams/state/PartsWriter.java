package io.demarche.streams.state;

import io.demarche.avro.AlertEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes records by way of what it wrote before: the acts that an alert shows are most of its bytes, other alerts of the pair show
 * the same ones, and so does its next revision. What an act was encoded to once is written again. Not thread-safe.
 */
final class PartsWriter<T> extends SpecificDatumWriter<T> {
    /** Some hundreds of pairs' worth; when there are more, all are forgotten. */
    private static final int MOST_PARTS = 2_048;

    private final Map<AlertEvent, byte[]> parts = new IdentityHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;

    PartsWriter(Schema schema, SpecificData model) {
        super(schema, model);
    }

    @Override
    protected void writeRecord(Schema schema, Object datum, Encoder out) throws IOException {
        if (!(datum instanceof AlertEvent act)) {
            super.writeRecord(schema, datum, out);
            return;
        }
        byte[] known = parts.get(act);
        if (known == null) {
            known = encoded(schema, act);
            if (parts.size() >= MOST_PARTS) {
                parts.clear();
            }
            parts.put(act, known);
        }
        out.writeFixed(known);
    }

    private byte[] encoded(Schema schema, AlertEvent act) throws IOException {
        bytes.reset();
        BinaryEncoder own = EncoderFactory.get().binaryEncoder(bytes, encoder);
        encoder = own;
        super.writeRecord(schema, act, own);
        own.flush();
        return bytes.toByteArray();
    }
}
