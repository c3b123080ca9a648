package io.demarche.streams.state;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the records that are being announced are stored as: they travel in the same bytes behind another head, and need not be
 * encoded twice. Each thread knows its own. Thread-safe.
 */
public final class StoredForms {
    private final ThreadLocal<Map<SpecificRecord, byte[]>> forms = ThreadLocal.withInitial(IdentityHashMap::new);

    /** Forgets the records of the last announcement. */
    void begin() {
        forms.get().clear();
    }

    /** Notes a record with what {@link RecordCodec#encode} made of it; it must not change from then on. */
    byte[] note(SpecificRecord record, byte[] stored) {
        forms.get().put(record, stored);
        return stored;
    }

    /** The bytes of this very record by its own schema; null where they are not known. */
    public @Nullable ByteBuffer encoded(SpecificRecord record) {
        byte[] stored = forms.get().get(record);
        return stored == null
                ? null
                : ByteBuffer.wrap(stored, RecordCodec.HEAD_LENGTH, stored.length - RecordCodec.HEAD_LENGTH);
    }
}
