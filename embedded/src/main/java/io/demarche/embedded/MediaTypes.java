package io.demarche.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types that a registry reads and writes: three names for the same JSON. */
final class MediaTypes {
    /** The type of answers to a client that does not mind. */
    static final String PREFERRED = "application/vnd.schemaregistry.v1+json";

    private static final List<String> JSON =
            List.of(PREFERRED, "application/vnd.schemaregistry+json", "application/json");
    private static final String UNSTATED = "application/octet-stream";
    private static final String REFUSED = "0(\\.0{0,3})?";

    private MediaTypes() {}

    /**
     * Whether a request's body may be read as JSON.
     *
     * @param contentType the header; null where the client did not say
     */
    static boolean isReadable(@Nullable String contentType) {
        return contentType == null
                || JSON.contains(name(contentType))
                || name(contentType).equals(UNSTATED);
    }

    /**
     * The type to answer with, the first that the client names; empty where it takes none of ours.
     *
     * @param accept the header; null where the client did not say
     */
    static Optional<String> answer(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(PREFERRED);
        }
        return Arrays.stream(accept.split(","))
                .filter(range -> !isRefused(range))
                .map(MediaTypes::name)
                .flatMap(range -> range.equals("*/*") || range.equals("application/*") || range.equals("*")
                        ? Optional.of(PREFERRED).stream()
                        : JSON.stream().filter(range::equals))
                .findFirst();
    }

    private static boolean isRefused(String range) {
        return Arrays.stream(range.split(";"))
                .map(String::strip)
                .anyMatch(parameter ->
                        parameter.startsWith("q=") && parameter.substring(2).matches(REFUSED));
    }

    private static String name(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
