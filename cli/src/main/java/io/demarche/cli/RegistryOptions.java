package io.demarche.cli;

import picocli.CommandLine.Option;

/** Where the schema registry is. */
final class RegistryOptions {
    @Option(
            names = "--schema-registry-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Schema registry, several comma-separated (default: ${DEFAULT-VALUE}).")
    private String url;

    String url() {
        return url;
    }
}
