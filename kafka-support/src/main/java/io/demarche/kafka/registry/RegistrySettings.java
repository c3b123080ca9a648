package io.demarche.kafka.registry;

import io.demarche.schemas.DemarcheException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry. Settings are named as Confluent names them:
 *
 * <ul>
 *   <li>{@code schema.registry.url}: one or more URLs, separated by commas; or {@code mock://SCOPE}
 *   <li>{@code basic.auth.credentials.source}: {@code URL} (the default: {@code https://user:password@host}) or
 *       {@code USER_INFO}; {@code basic.auth.user.info}: {@code user:password}
 *   <li>{@code schema.registry.ssl.truststore.location}, {@code .password}, {@code .type}, likewise
 *       {@code schema.registry.ssl.keystore.…} and {@code schema.registry.ssl.key.password}
 *   <li>{@code schema.registry.http.connect.timeout.ms} (5000), {@code schema.registry.http.read.timeout.ms} (10000)
 *   <li>{@code schema.registry.retry.total.ms} (60000), Demarche's own: how long an outage is waited out
 * </ul>
 *
 * @param urls at least one
 * @param userInfo {@code user:password} for basic authentication, the same for all URLs
 * @param connectTimeout for one connection
 * @param readTimeout for one answer
 * @param retryTotal from the first failure on; zero: one round over the URLs
 * @param tls the settings that start with {@code ssl.}, without Confluent's prefix
 */
public record RegistrySettings(
        List<URI> urls,
        Optional<String> userInfo,
        Duration connectTimeout,
        Duration readTimeout,
        Duration retryTotal,
        Map<String, String> tls) {
    /** Where the registry is. */
    public static final String URL = "schema.registry.url";
    /** How long an outage is waited out, in milliseconds. */
    public static final String RETRY_TOTAL_MS = "schema.registry.retry.total.ms";

    private static final String PREFIX = "schema.registry.";
    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String CONNECT_TIMEOUT_MS = PREFIX + "http.connect.timeout.ms";
    private static final String READ_TIMEOUT_MS = PREFIX + "http.read.timeout.ms";
    private static final String MOCK = "mock";

    public RegistrySettings {
        urls = List.copyOf(urls);
        tls = Map.copyOf(tls);
        if (urls.isEmpty()) {
            throw new DemarcheException("setting " + URL + " is missing: give it as http://host:port");
        }
        for (URI url : urls) {
            boolean mock = MOCK.equals(url.getScheme());
            if (mock ? urls.size() > 1 || url.getAuthority() == null : !isHttp(url)) {
                throw new DemarcheException("setting " + URL + ": '" + withoutUserInfo(url)
                        + "' is neither http://host:port nor a single mock://SCOPE");
            }
        }
        requirePositive(connectTimeout, CONNECT_TIMEOUT_MS);
        requirePositive(readTimeout, READ_TIMEOUT_MS);
        if (retryTotal.isNegative()) {
            throw new DemarcheException("setting " + RETRY_TOTAL_MS + " must not be negative");
        }
        if (userInfo.isPresent() && !userInfo.get().contains(":")) {
            throw new DemarcheException("setting " + USER_INFO + " must be of the form user:password");
        }
    }

    /**
     * Reads the settings; what is not the registry's is passed over.
     *
     * @throws DemarcheException where one is missing or wrong; the message names it
     */
    public static RegistrySettings from(Map<String, ?> config) {
        List<URI> urls = urls(config.get(URL));
        return new RegistrySettings(
                urls,
                userInfo(config, urls),
                millis(config, CONNECT_TIMEOUT_MS, 5_000),
                millis(config, READ_TIMEOUT_MS, 10_000),
                millis(config, RETRY_TOTAL_MS, 60_000),
                config.keySet().stream()
                        .filter(name -> name.startsWith(PREFIX + "ssl."))
                        .filter(name -> config.get(name) != null)
                        .collect(Collectors.toMap(
                                name -> name.substring(PREFIX.length()), name -> text(config.get(name)))));
    }

    /** The scope of a {@code mock://SCOPE} URL; empty where the registry is a real one. */
    public Optional<String> mockScope() {
        return Optional.of(urls.get(0))
                .filter(url -> MOCK.equals(url.getScheme()))
                .map(URI::getAuthority);
    }

    /** The URLs as a person may see them: without the passwords. */
    public String shownUrls() {
        return urls.stream().map(RegistrySettings::withoutUserInfo).collect(Collectors.joining(","));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RegistrySettings[" + shownUrls() + ", retryTotal=" + retryTotal + "]";
    }

    static String withoutUserInfo(URI url) {
        String userInfo = url.getRawUserInfo();
        return userInfo == null ? url.toString() : url.toString().replace(userInfo + "@", "");
    }

    private static List<URI> urls(@Nullable Object setting) {
        String joined = setting instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : setting == null ? "" : setting.toString();
        return Arrays.stream(joined.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(RegistrySettings::url)
                .toList();
    }

    private static URI url(String text) {
        try {
            return new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            // The reason alone: the text may hold a password.
            throw new DemarcheException("setting " + URL + " is no URL: " + e.getReason(), e);
        }
    }

    private static Optional<String> userInfo(Map<String, ?> config, List<URI> urls) {
        Optional<String> stated = setting(config, USER_INFO);
        String source = setting(config, CREDENTIALS_SOURCE).orElse(stated.isPresent() ? "USER_INFO" : "URL");
        return switch (source) {
            case "URL" ->
                urls.stream().map(URI::getUserInfo).filter(Objects::nonNull).findFirst();
            case "USER_INFO" ->
                Optional.of(stated.orElseThrow(() -> new DemarcheException(
                        "setting " + USER_INFO + " is missing, which " + CREDENTIALS_SOURCE + "=USER_INFO asks for")));
            default ->
                throw new DemarcheException(
                        "setting " + CREDENTIALS_SOURCE + " must be URL or USER_INFO, but is '" + source + "'");
        };
    }

    /** Confluent knows these settings with its prefix and without. */
    private static Optional<String> setting(Map<String, ?> config, String name) {
        Object value = config.get(name) != null ? config.get(name) : config.get(PREFIX + name);
        return Optional.ofNullable(value).map(RegistrySettings::text).filter(text -> !text.isBlank());
    }

    private static String text(Object value) {
        return value instanceof Password password ? password.value() : value.toString();
    }

    private static Duration millis(Map<String, ?> config, String name, long otherwise) {
        Object value = config.get(name);
        if (value == null) {
            return Duration.ofMillis(otherwise);
        }
        try {
            return Duration.ofMillis(Long.parseLong(value.toString().strip()));
        } catch (NumberFormatException e) {
            throw new DemarcheException(
                    "setting " + name + " must be a number of milliseconds, but is '" + value + "'", e);
        }
    }

    private static boolean isHttp(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
    }

    private static void requirePositive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new DemarcheException("setting " + name + " must be at least 1 ms");
        }
    }
}
