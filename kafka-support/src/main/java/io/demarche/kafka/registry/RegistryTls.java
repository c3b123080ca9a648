package io.demarche.kafka.registry;

import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS as Kafka's own clients do it, by Kafka's own settings behind {@code schema.registry.}: stores of type JKS, PKCS12 and
 * PEM, or PEM text in the settings themselves.
 */
final class RegistryTls {
    /** How the settings' names start. */
    static final String PREFIX = "schema.registry.ssl.";

    private static final String OUTER = "schema.registry.";
    private static final List<String> STORES =
            List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
    private static final ConfigDef DEFINITION = definition();

    private final DefaultSslEngineFactory factory;
    private final Settings settings;

    private RegistryTls(DefaultSslEngineFactory factory, Settings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /**
     * Opens the stores that the settings name; Java's own trusted authorities count where none is named.
     *
     * @throws DemarcheException where a store cannot be opened; the message names the setting
     */
    static RegistryTls of(Map<String, ?> given) {
        if ("".equals(given.get(OUTER + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG))) {
            throw new DemarcheException("setting " + OUTER + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG
                    + " must not be empty: the host name in the registry's certificate is always checked");
        }
        Settings.refuse(given, "is not supported for the registry", OUTER + SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG);
        Settings settings = Settings.read(DEFINITION, given);
        STORES.forEach(name -> requireReadable(settings, OUTER + name));
        Map<String, Object> kafka = new HashMap<>();
        settings.values().forEach((name, value) -> kafka.put(name.substring(OUTER.length()), value));
        DefaultSslEngineFactory factory = new DefaultSslEngineFactory();
        try {
            factory.configure(kafka);
        } catch (KafkaException e) {
            throw new DemarcheException(culprit(settings, e) + ": " + reasons(e), e);
        }
        return new RegistryTls(factory, settings);
    }

    SSLContext context() {
        return factory.sslContext();
    }

    /** The protocols and ciphers that the settings allow. */
    SSLParameters parameters() {
        SSLParameters parameters = factory.sslContext().getDefaultSSLParameters();
        parameters.setProtocols(list(SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG).toArray(String[]::new));
        List<String> ciphers = list(SslConfigs.SSL_CIPHER_SUITES_CONFIG);
        if (!ciphers.isEmpty()) {
            parameters.setCipherSuites(ciphers.toArray(String[]::new));
        }
        return parameters;
    }

    private List<String> list(String name) {
        return Optional.ofNullable(settings.getList(OUTER + name)).orElse(List.of());
    }

    private static ConfigDef definition() {
        ConfigDef outer = new ConfigDef();
        new ConfigDef()
                .withClientSslSupport()
                .configKeys()
                .values()
                .forEach(key -> outer.define(new ConfigKey(
                        OUTER + key.name,
                        key.type,
                        key.defaultValue,
                        key.validator,
                        key.importance,
                        key.documentation,
                        key.group,
                        key.orderInGroup,
                        key.width,
                        key.displayName,
                        key.dependents,
                        key.recommender,
                        key.internalConfig)));
        return outer;
    }

    private static void requireReadable(Settings settings, String name) {
        settings.text(name)
                .filter(location -> !Files.isReadable(Path.of(location)))
                .ifPresent(location -> {
                    throw new DemarcheException("setting " + name + ": cannot read '" + location + "'");
                });
    }

    /** Kafka names the file, or nothing. */
    private static String culprit(Settings settings, KafkaException e) {
        for (String name : STORES) {
            Optional<String> location = settings.text(OUTER + name);
            if (location.isPresent() && String.valueOf(e.getMessage()).contains(location.get())) {
                return "setting " + OUTER + name + ", or the type or password beside it";
            }
        }
        return "settings " + PREFIX + "*";
    }

    private static String reasons(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null || cause == e
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + cause.getMessage();
    }
}
