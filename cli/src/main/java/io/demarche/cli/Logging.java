package io.demarche.cli;

import java.util.Arrays;

/** Sets the log levels before the first logger exists: {@code --verbose} shows what the libraries say, too. */
final class Logging {
    private static final String SIMPLE_LOGGER = "org.slf4j.simpleLogger.";

    private Logging() {}

    static void configure(String[] args) {
        if (Arrays.asList(args).contains("--verbose")) {
            System.setProperty(SIMPLE_LOGGER + "defaultLogLevel", "info");
            System.setProperty(SIMPLE_LOGGER + "log.io.demarche", "debug");
        }
    }
}
