package io.demarche.kafka.admin;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether a Kafka consumer is connected, by its own figures. It waits for a broker that is away and says nothing; at work, it
 * polls without pause, and so has a connection.
 */
public final class BrokerConnection {
    private static final String CONNECTIONS = "connection-count";

    private static final String OF_CONSUMERS = "consumer-metrics";

    /** How Kafka Streams calls what reads its stores back: with nothing to read it does not poll, and notices nothing. */
    private static final String RESTORING = "-restore-consumer";

    private BrokerConnection() {}

    /**
     * Whether no consumer among these has a connection. It may look as if one had while it tries to make one.
     *
     * @param figures what the {@code metrics()} of a consumer say, or those of Kafka Streams
     */
    public static boolean isLost(Map<MetricName, ? extends Metric> figures) {
        boolean known = false;
        for (Map.Entry<MetricName, ? extends Metric> figure : figures.entrySet()) {
            if (isOfAConsumer(figure.getKey()) && figure.getValue().metricValue() instanceof Number connections) {
                if (connections.doubleValue() > 0) {
                    return false;
                }
                known = true;
            }
        }
        return known;
    }

    private static boolean isOfAConsumer(MetricName name) {
        return name.name().equals(CONNECTIONS)
                && name.group().equals(OF_CONSUMERS)
                && !name.tags().getOrDefault("client-id", "").endsWith(RESTORING);
    }
}
