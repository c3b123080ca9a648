package io.demarche.streams.state;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

/**
 * Records to bytes and back, with the schema of the topic that carries them: a store's value is what the topic's would be.
 *
 * @param <T> the record
 */
public final class RecordCodec<T extends SpecificRecord> {
    private final String topic;
    private final Serde<T> serde;

    /**
     * A codec.
     *
     * @param topic the topic under whose subject the records are written
     * @param serde configured for values; not closed by this object
     */
    public RecordCodec(String topic, Serde<T> serde) {
        this.topic = topic;
        this.serde = serde;
    }

    /** The record's bytes, as the topic would carry them. */
    public byte[] encode(T value) {
        return serde.serializer().serialize(topic, value);
    }

    /** The record that these bytes hold. */
    public T decode(byte[] bytes) {
        T value = serde.deserializer().deserialize(topic, bytes);
        if (value == null) {
            throw new SerializationException("a stored record of " + topic + " is empty");
        }
        return value;
    }
}
