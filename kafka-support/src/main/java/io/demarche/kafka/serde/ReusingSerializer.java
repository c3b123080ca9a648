package io.demarche.kafka.serde;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Encodes no record whose bytes are known: only the frame is put before them. */
final class ReusingSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final Serializer<T> serializer;
    private final AvroSerializer<T> framing;
    private final Function<T, @Nullable ByteBuffer> known;

    /**
     * @param serializer for all other records
     * @param framing the same, without what is around it
     */
    ReusingSerializer(Serializer<T> serializer, AvroSerializer<T> framing, Function<T, @Nullable ByteBuffer> known) {
        this.serializer = serializer;
        this.framing = framing;
        this.known = known;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        ByteBuffer encoded = value == null ? null : known.apply(value);
        return value == null || encoded == null
                ? serializer.serialize(topic, value)
                : RegistryOutage.told(() -> framing.frame(topic, value, encoded));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
