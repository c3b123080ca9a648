package io.demarche.kafka.serde;

import io.demarche.kafka.registry.SchemaRegistryClient;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * {@link AvroSerializer} and {@link AvroDeserializer} with one registry client between them. The default of the setting
 * {@value ValueSerdes#SERDE}.
 *
 * @param <T> the record
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private @Nullable AvroSerializer<T> serializer;
    private @Nullable AvroDeserializer<T> deserializer;

    /** To be configured before use. */
    public AvroSerde() {}

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        SchemaRegistryClient registry = SchemaRegistryClient.from(configs);
        AvroSerializer<T> writing = new AvroSerializer<>(registry);
        AvroDeserializer<T> reading = new AvroDeserializer<>(registry);
        writing.configure(configs, isKey);
        reading.configure(configs, isKey);
        serializer = writing;
        deserializer = reading;
    }

    @Override
    public Serializer<T> serializer() {
        return configured(serializer);
    }

    @Override
    public Deserializer<T> deserializer() {
        return configured(deserializer);
    }

    private static <S> S configured(@Nullable S part) {
        if (part == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return part;
    }
}
