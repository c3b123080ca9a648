package io.demarche.kafka.registry;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context from the {@code ssl.…} settings: whom to trust, and whom to be. */
final class RegistryTls {
    private static final String PREFIX = "schema.registry.";

    private final Map<String, String> settings;

    private RegistryTls(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * The context; Java's own where no store is set.
     *
     * @throws DemarcheException where a store cannot be opened; the message names the setting
     */
    static SSLContext context(Map<String, String> settings) {
        if ("".equals(settings.get("ssl.endpoint.identification.algorithm"))) {
            throw new DemarcheException("setting " + PREFIX + "ssl.endpoint.identification.algorithm must not be empty:"
                    + " the host name in the registry's certificate is always checked");
        }
        return new RegistryTls(settings).context();
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new DemarcheException("settings " + PREFIX + "ssl.* cannot be used: " + e.getMessage(), e);
        }
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException {
        KeyStore store = store("ssl.truststore");
        if (store == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException {
        KeyStore store = store("ssl.keystore");
        if (store == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] keyPassword = password("ssl.key.password");
        factory.init(store, keyPassword == null ? password("ssl.keystore.password") : keyPassword);
        return factory.getKeyManagers();
    }

    private @Nullable KeyStore store(String name) {
        String location = settings.get(name + ".location");
        if (location == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(Path.of(location))) {
            KeyStore store = KeyStore.getInstance(settings.getOrDefault(name + ".type", "JKS"));
            store.load(in, password(name + ".password"));
            return store;
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw new DemarcheException(
                    "setting " + PREFIX + name + ".location: cannot open '" + location + "' (wrong path, " + PREFIX
                            + name + ".type or " + PREFIX + name + ".password): " + e.getMessage(),
                    e);
        }
    }

    private char @Nullable [] password(String name) {
        String password = settings.get(name);
        return password == null ? null : password.toCharArray();
    }
}
