package io.demarche.kafka.serde;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes any serializer tell an outage of the registry from data that cannot be written. */
final class CheckedSerializer<T> implements Serializer<T> {
    private final Serializer<T> serializer;

    CheckedSerializer(Serializer<T> serializer) {
        this.serializer = serializer;
    }

    /** The serializer that is checked. */
    Serializer<T> checked() {
        return serializer;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return RegistryOutage.told(() -> serializer.serialize(topic, value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        return RegistryOutage.told(() -> serializer.serialize(topic, headers, value));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
