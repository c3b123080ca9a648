package io.demarche.cli;

import io.demarche.kafka.KafkaLoggers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Sets the log levels before the first logger exists. A service logs what it does and what worries the libraries; a
 * command that a person waits for prints results and errors alone, {@code --verbose} the rest.
 */
final class Logging {
    private static final String SIMPLE_LOGGER = "org.slf4j.simpleLogger.";
    private static final Set<String> SERVICES = Set.of("stream", "consume", "archive", "serve");

    private Logging() {}

    static void configure(String[] args) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--verbose")) {
            level("defaultLogLevel", "info");
            level("log.io.demarche", "debug");
            return;
        }
        boolean service = words.stream().anyMatch(SERVICES::contains);
        level("defaultLogLevel", service ? "warn" : "error");
        level("log.io.demarche", service ? "info" : "warn");
        // What it warns of, an unknown host, is in the error that follows.
        level("log.org.apache.kafka.clients.ClientUtils", "error");
        // Prints stack traces of what the streams application has dealt with, and tells of, itself.
        level("log.org.apache.kafka.streams", "off");
        if (words.contains("demo")) {
            // Its broker prints stack traces of a full disk, of which the demo tells in one line.
            level("log.kafka", "off");
            level("log.org.apache.kafka", "off");
        }
        KafkaLoggers.levels().forEach((logger, level) -> {
            if (service || level.equals("off")) {
                level("log." + logger, level);
            }
        });
    }

    private static void level(String name, String level) {
        System.setProperty(SIMPLE_LOGGER + name, level);
    }
}
