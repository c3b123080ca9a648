package io.demarche.producer.fetch;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Who asks: the name under which servers see us, and the accounts that we have with some. */
public final class FetchIdentity {
    /** What robots.txt calls us. */
    public static final String ROBOT = "demarche";

    private final String contact;
    private final Map<String, String> accounts;

    private FetchIdentity(String contact, Map<String, String> accounts) {
        this.contact = contact;
        this.accounts = accounts;
    }

    /**
     * Without accounts.
     *
     * @param contact an address of the operator, for web or mail; empty where none is given
     */
    public static FetchIdentity of(String contact) {
        return new FetchIdentity(contact.strip().replaceAll("[\\p{Cntrl}()]", ""), Map.of());
    }

    /**
     * With the accounts of a file: lines {@code host=name:password}, for that very host.
     *
     * @throws DemarcheException where the file cannot be read, or a line has no colon; no secret is in the message
     */
    public FetchIdentity withAccounts(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new DemarcheException("--credentials: cannot read " + file, e);
        }
        Map<String, String> all = new HashMap<>();
        for (String host : lines.stringPropertyNames()) {
            String account = lines.getProperty(host);
            if (account.indexOf(':') < 1) {
                throw new DemarcheException("--credentials: " + file + ": write " + host + "=name:password");
            }
            all.put(host.toLowerCase(Locale.ROOT), account);
        }
        return new FetchIdentity(contact, all);
    }

    String userAgent() {
        return ROBOT + "/0.1 (news reader; " + (contact.isEmpty() ? "operator not named" : "+" + contact) + ")";
    }

    Optional<String> password(String host) {
        return Optional.ofNullable(accounts.get(host.toLowerCase(Locale.ROOT)));
    }
}
