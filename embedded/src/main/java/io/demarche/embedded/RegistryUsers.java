package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who may speak to a registry: users with their passwords (HTTP's basic authentication), or everybody. */
public final class RegistryUsers {
    /** What a server says to whom it does not know. */
    static final String CHALLENGE = "Basic realm=\"demarche\"";

    private static final String SCHEME = "basic ";

    private final Map<String, String> passwords;

    private RegistryUsers(Map<String, String> passwords) {
        this.passwords = new TreeMap<>(passwords);
    }

    /** Nobody is asked. */
    public static RegistryUsers everybody() {
        return new RegistryUsers(Map.of());
    }

    /**
     * These alone.
     *
     * @param passwords by name of the user
     * @throws DemarcheException where there is none, a name has a colon, or a password is empty
     */
    public static RegistryUsers of(Map<String, String> passwords) {
        if (passwords.isEmpty()) {
            throw new DemarcheException("the registry has no user who may come in: name one with a password");
        }
        passwords.forEach((user, password) -> {
            if (user.isBlank() || user.contains(":") || password.isEmpty()) {
                throw new DemarcheException(
                        "registry user '" + user + "' needs a name without a colon, and a password");
            }
        });
        return new RegistryUsers(passwords);
    }

    /**
     * Whether a request may pass.
     *
     * @param authorization the header; null where there is none
     */
    boolean admit(@Nullable String authorization) {
        if (passwords.isEmpty()) {
            return true;
        }
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        String[] login =
                decoded(authorization.substring(SCHEME.length()).strip()).split(":", 2);
        String password = passwords.get(login[0]);
        return login.length == 2
                && password != null
                // Takes as long for a password that is nearly right as for any other.
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), login[1].getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The names, without the passwords. */
    @Override
    public String toString() {
        return "RegistryUsers" + passwords.keySet();
    }
}
