package io.demarche.kafka.admin;

import io.demarche.schemas.DemarcheException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** Why one of Kafka's clients could not be made: for its settings, or for an address that leads nowhere. */
public final class Unconnected {
    private Unconnected() {}

    /**
     * What to throw in place of Kafka's own complaint, in which the one looks like the other.
     *
     * @param servers the addresses tried, comma-separated
     */
    public static DemarcheException explained(String servers, KafkaException complaint) {
        Throwable root = complaint;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return root instanceof ConfigException && !message.contains("bootstrap")
                ? new DemarcheException("the settings of Kafka's client do not fit: " + message, complaint)
                : new DemarcheException("cannot connect to bootstrap.servers=" + servers + ": " + message, complaint);
    }
}
