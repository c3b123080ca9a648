package io.demarche.embedded;

import java.util.List;

/**
 * The loggers through which the embedded Kafka server speaks: hundreds of lines a start at INFO. A program that embeds
 * it sets them to WARN in its logging set-up, before the first logger is made.
 */
public final class ServerLoggers {
    private static final List<String> NAMES =
            List.of("org.apache.kafka", "kafka", "state.change.logger", "com.yammer.metrics");

    private ServerLoggers() {}

    /** Their names; each stands for all loggers below it. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Sets them to WARN for slf4j-simple, where nobody has set them to something else. Call it before the first logger
     * is made: slf4j-simple reads its settings once.
     */
    public static void quietSimpleLogger() {
        for (String name : NAMES) {
            String property = "org.slf4j.simpleLogger.log." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, "warn");
            }
        }
    }
}
