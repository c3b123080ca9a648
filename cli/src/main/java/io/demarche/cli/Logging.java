package io.demarche.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Sets the log levels before the first logger exists. A service logs what it does and what worries the libraries; a
 * command that a person waits for prints results and errors alone, {@code --verbose} the rest.
 */
final class Logging {
    private static final String SIMPLE_LOGGER = "org.slf4j.simpleLogger.";
    private static final Set<String> SERVICES = Set.of("stream", "consume");

    private Logging() {}

    static void configure(String[] args) {
        List<String> words = Arrays.asList(args);
        if (words.contains("--verbose")) {
            levels("info", "debug");
        } else if (words.stream().anyMatch(SERVICES::contains)) {
            levels("warn", "info");
        } else {
            levels("error", "warn");
        }
    }

    private static void levels(String libraries, String ours) {
        System.setProperty(SIMPLE_LOGGER + "defaultLogLevel", libraries);
        System.setProperty(SIMPLE_LOGGER + "log.io.demarche", ours);
    }
}
