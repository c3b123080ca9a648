package io.demarche.kafka.tls;

import io.demarche.kafka.settings.Settings;
import io.demarche.schemas.DemarcheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * TLS as Kafka's own clients do it, by Kafka's own settings behind a prefix, such as {@code schema.registry.}: stores of type JKS,
 * PKCS12 and PEM, or PEM text in the settings themselves.
 */
public final class ClientTls {
    private static final String SSL = "ssl.";
    private static final List<String> STORES =
            List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);

    private final String outer;
    private final DefaultSslEngineFactory factory;
    private final Settings settings;

    private ClientTls(String outer, DefaultSslEngineFactory factory, Settings settings) {
        this.outer = outer;
        this.factory = factory;
        this.settings = settings;
    }

    /** Those of some settings that are of this kind. */
    public static Map<String, Object> settings(String outer, Map<String, ?> given) {
        return given.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(outer + SSL) && setting.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Opens the stores that the settings name; Java's own trusted authorities count where none is named.
     *
     * @param outer what stands before the names of Kafka's settings
     * @param server what is asked, in words: the registry
     * @throws DemarcheException where a store cannot be opened; the message names the setting
     */
    public static ClientTls of(String outer, String server, Map<String, ?> given) {
        if ("".equals(given.get(outer + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG))) {
            throw new DemarcheException("setting " + outer + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG
                    + " must not be empty: the host name in the certificate of " + server + " is always checked");
        }
        Settings.refuse(given, "is not supported for " + server, outer + SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG);
        Settings settings = Settings.read(definition(outer), given);
        STORES.forEach(name -> requireReadable(settings, outer + name));
        Map<String, Object> kafka = new HashMap<>();
        settings.values().forEach((name, value) -> kafka.put(name.substring(outer.length()), value));
        DefaultSslEngineFactory factory = new DefaultSslEngineFactory();
        try {
            factory.configure(kafka);
        } catch (KafkaException e) {
            throw new DemarcheException(culprit(outer, settings, e) + ": " + reasons(e), e);
        }
        return new ClientTls(outer, factory, settings);
    }

    /** The stores, opened. */
    public SSLContext context() {
        return factory.sslContext();
    }

    /** The protocols and ciphers that the settings allow. */
    public SSLParameters parameters() {
        SSLParameters parameters = factory.sslContext().getDefaultSSLParameters();
        parameters.setProtocols(list(SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG).toArray(String[]::new));
        List<String> ciphers = list(SslConfigs.SSL_CIPHER_SUITES_CONFIG);
        if (!ciphers.isEmpty()) {
            parameters.setCipherSuites(ciphers.toArray(String[]::new));
        }
        return parameters;
    }

    private List<String> list(String name) {
        return Optional.ofNullable(settings.getList(outer + name)).orElse(List.of());
    }

    private static ConfigDef definition(String prefix) {
        ConfigDef outer = new ConfigDef();
        new ConfigDef()
                .withClientSslSupport()
                .configKeys()
                .values()
                .forEach(key -> outer.define(new ConfigKey(
                        prefix + key.name,
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
    private static String culprit(String outer, Settings settings, KafkaException e) {
        for (String name : STORES) {
            Optional<String> location = settings.text(outer + name);
            if (location.isPresent() && String.valueOf(e.getMessage()).contains(location.get())) {
                return "setting " + outer + name + ", or the type or password beside it";
            }
        }
        return "settings " + outer + SSL + "*";
    }

    private static String reasons(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null || cause == e
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + cause.getMessage();
    }
}
