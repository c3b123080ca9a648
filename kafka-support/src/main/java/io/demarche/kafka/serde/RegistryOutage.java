package io.demarche.kafka.serde;

import io.demarche.kafka.registry.SchemaRegistryUnavailableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Serdes of others throw Kafka's SerializationException for bad data and for a registry that cannot be reached alike; the
 * cause tells which. An outage must not look like bad data, or good records would be given up.
 */
final class RegistryOutage {
    private RegistryOutage() {}

    static <V> @Nullable V told(Supplier<@Nullable V> call) {
        try {
            return call.get();
        } catch (KafkaException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (isOutage(cause)) {
                    throw new SchemaRegistryUnavailableException("the schema registry cannot be reached: " + cause, e);
                }
            }
            throw e;
        }
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof HttpTimeoutException;
    }
}
