package io.demarche.producer.stated;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses on the web. */
public final class WebAddress {
    private WebAddress() {}

    /** An address that names a host; empty where it is none. */
    public static Optional<URI> of(String stated) {
        try {
            return Optional.of(URI.create(stated)).filter(address -> address.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Where a link leads; empty where it is no page of the web.
     *
     * @param from the address of what holds the link; absent where that is unknown
     */
    public static Optional<String> resolved(@Nullable String from, String link) {
        try {
            URI stated = URI.create(link.strip().replace(" ", "%20"));
            URI address = from == null ? stated : URI.create(from).resolve(stated);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
