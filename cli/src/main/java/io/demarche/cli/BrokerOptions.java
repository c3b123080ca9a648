package io.demarche.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the broker is, and whatever else the Kafka clients are to be told. */
final class BrokerOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Kafka brokers, comma-separated (default: ${DEFAULT-VALUE}).")
    private String servers;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with more Kafka and serde settings.")
    private @Nullable Path config;

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description = "A Kafka or serde setting; repeatable, goes before what --config says.")
    private Map<String, String> properties = new LinkedHashMap<>();

    String servers() {
        return servers;
    }

    /** Further settings, without the address: the file, then the single properties. */
    Map<String, String> properties() {
        Map<String, String> settings = new TreeMap<>();
        if (config != null) {
            settings.putAll(PropertiesFile.read("--config", config));
        }
        settings.putAll(properties);
        return settings;
    }

    /** All settings of a Kafka client. */
    Map<String, String> kafka() {
        Map<String, String> settings = properties();
        settings.put("bootstrap.servers", servers);
        return settings;
    }
}
