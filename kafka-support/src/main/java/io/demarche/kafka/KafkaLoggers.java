package io.demarche.kafka;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The loggers through which Kafka's clients and an embedded server speak, and how much of it a person needs to hear: a server
 * says hundreds of lines a start at INFO, and a few at WARN that are no warnings in a cluster of one. A program takes these
 * levels into its logging set-up before the first logger is made.
 */
public final class KafkaLoggers {
    private KafkaLoggers() {}

    /** Level by logger name, as slf4j names both; each name stands for all loggers below it. */
    public static Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put("org.apache.kafka", "warn");
        levels.put("kafka", "warn");
        levels.put("state.change.logger", "warn");
        levels.put("com.yammer.metrics", "warn");
        // Warns at each start that it takes over as the controller.
        levels.put("org.apache.kafka.controller.QuorumController", "error");
        // Warns at each close that a connection is closed already; what a client cannot reach, its caller reports.
        levels.put("org.apache.kafka.clients.NetworkClient", "error");
        // Warns when a record comes before its new topic has a leader, and sends it again.
        levels.put("org.apache.kafka.clients.producer.internals.Sender", "error");
        // Prints a stack trace when the node registers a moment before it is its own controller, and registers again.
        levels.put("kafka.server.ControllerApis", "off");
        // Complains of a store that it cannot read, and then throws the same.
        levels.put("org.apache.kafka.common.security.ssl.DefaultSslEngineFactory", "off");
        return levels;
    }

    /**
     * Sets the levels for slf4j-simple where nobody has set others. Call it before the first logger is made: slf4j-simple
     * reads its settings once.
     */
    public static void quietSimpleLogger() {
        levels().forEach((name, level) -> {
            String property = "org.slf4j.simpleLogger.log." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, level);
            }
        });
    }
}
