package io.demarche.cli;

import io.demarche.web.WebSettings;
import picocli.CommandLine.Option;

/** Where the page is served. */
final class DeskOptions {
    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port of the page; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    int port() {
        return port;
    }

    WebSettings settings() {
        return new WebSettings(WebSettings.USUAL.host(), port);
    }
}
