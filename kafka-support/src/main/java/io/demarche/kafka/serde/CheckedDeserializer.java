package io.demarche.kafka.serde;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Makes any deserializer tell an outage of the registry from bad data, and let no other type of record through. */
final class CheckedDeserializer<T> implements Deserializer<T> {
    private final Deserializer<T> deserializer;
    private final Class<T> type;

    CheckedDeserializer(Deserializer<T> deserializer, Class<T> type) {
        this.deserializer = deserializer;
        this.type = type;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        deserializer.configure(configs, isKey);
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        return checked(topic, RegistryOutage.<Object>told(() -> deserializer.deserialize(topic, data)));
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
        return checked(topic, RegistryOutage.<Object>told(() -> deserializer.deserialize(topic, headers, data)));
    }

    @Override
    public void close() {
        deserializer.close();
    }

    private @Nullable T checked(String topic, @Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            throw new SerializationException(
                    "topic " + topic + ": the record is a " + value.getClass().getName() + ", not a " + type.getName());
        }
        return type.cast(value);
    }
}
