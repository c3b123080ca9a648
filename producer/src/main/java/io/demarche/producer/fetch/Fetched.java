package io.demarche.producer.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param address where it came from, after redirects
 * @param moved where the page moved to for good: the end of the redirects that say so before the first that does not; the address
 *     asked for where none does
 * @param headers in lower case
 * @param body unpacked
 */
public record Fetched(int status, URI address, URI moved, Map<String, List<String>> headers, byte[] body) {
    /** The first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(0).strip());
    }

    /** The encoding that the server declares. */
    public Optional<String> charset() {
        return header("content-type").flatMap(type -> {
            int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
            return at < 0
                    ? Optional.empty()
                    : Optional.of(type.substring(at + 8).split("[;,\\s]", 2)[0].replaceAll("[\"']", ""));
        });
    }
}
