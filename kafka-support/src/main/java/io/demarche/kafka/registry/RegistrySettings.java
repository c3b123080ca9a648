package io.demarche.kafka.registry;

import io.demarche.kafka.settings.Rule;
import io.demarche.kafka.settings.Settings;
import io.demarche.kafka.tls.ClientTls;
import io.demarche.schemas.DemarcheException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry. Settings are named as Confluent names them; {@link #DEFINITION} says what each means. Those of
 * TLS are Kafka's own {@code ssl.…}, behind {@code schema.registry.}.
 *
 * @param urls at least one
 * @param userInfo {@code user:password} for basic authentication, the same for all URLs
 * @param connectTimeout for one connection
 * @param readTimeout for one answer
 * @param retryTotal from the first failure on; zero: one round over the URLs
 * @param tls the settings that start with {@code schema.registry.ssl.}
 */
public record RegistrySettings(
        List<URI> urls,
        Optional<String> userInfo,
        Duration connectTimeout,
        Duration readTimeout,
        Duration retryTotal,
        Map<String, Object> tls) {
    /** Where the registry is. */
    public static final String URL = "schema.registry.url";
    /** How long an outage is waited out, in milliseconds. */
    public static final String RETRY_TOTAL_MS = "schema.registry.retry.total.ms";

    /** How the names of its settings start, those of TLS among them. */
    static final String PREFIX = "schema.registry.";

    private static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String CONNECT_TIMEOUT_MS = PREFIX + "http.connect.timeout.ms";
    private static final String READ_TIMEOUT_MS = PREFIX + "http.read.timeout.ms";
    private static final String MOCK = "mock";

    /** Every setting of the registry's client but those of TLS. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    URL,
                    Type.STRING,
                    Importance.HIGH,
                    "Schema registry as http://host:port or https://host:port, several separated by commas; mock://SCOPE for"
                            + " one inside the JVM, where the embedded registry is on the class path.")
            .define(
                    CREDENTIALS_SOURCE,
                    Type.STRING,
                    null,
                    Rule.oneOf("URL", "USER_INFO"),
                    Importance.MEDIUM,
                    "Where user and password come from: the URL (https://user:password@host), or " + USER_INFO
                            + ", which also counts where this is not set.")
            .define(
                    USER_INFO,
                    Type.PASSWORD,
                    null,
                    Rule.matching("of the form user:password", text -> text.contains(":")),
                    Importance.MEDIUM,
                    "User and password for basic authentication.")
            .define(
                    CONNECT_TIMEOUT_MS,
                    Type.LONG,
                    5_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How long to wait for a connection, in milliseconds.")
            .define(
                    READ_TIMEOUT_MS,
                    Type.LONG,
                    10_000L,
                    Rule.atLeast(1),
                    Importance.LOW,
                    "How long to wait for an answer, in milliseconds.")
            .define(
                    RETRY_TOTAL_MS,
                    Type.LONG,
                    60_000L,
                    Rule.atLeast(0),
                    Importance.MEDIUM,
                    "How long to wait an outage out, in milliseconds; 0: every address is asked once.");

    public RegistrySettings {
        urls = List.copyOf(urls);
        tls = Map.copyOf(tls);
        if (urls.isEmpty()) {
            throw new DemarcheException("setting " + URL + " is missing: give it as http://host:port");
        }
        for (URI url : urls) {
            boolean mock = MOCK.equals(url.getScheme());
            if (mock ? urls.size() > 1 || url.getAuthority() == null : !isHttp(url)) {
                throw new DemarcheException("setting " + URL + ": " + complaint(url, urls));
            }
        }
    }

    /**
     * Reads the settings; what is not the registry's is passed over.
     *
     * @throws DemarcheException where one is missing or wrong; the message names it
     */
    public static RegistrySettings from(Map<String, ?> config) {
        Map<String, Object> own = new HashMap<>();
        DEFINITION.names().forEach(name -> own.put(name, config.get(name)));
        own.put(URL, joined(config.get(URL)));
        // Confluent knows these with its prefix, too.
        List.of(CREDENTIALS_SOURCE, USER_INFO)
                .forEach(name -> own.computeIfAbsent(name, x -> config.get(PREFIX + name)));
        own.values().removeIf(value -> value == null || value.toString().isBlank());
        Settings settings = Settings.read(DEFINITION, own);
        List<URI> urls = urls(settings.getString(URL));
        return new RegistrySettings(
                urls,
                userInfo(settings, urls),
                settings.millis(CONNECT_TIMEOUT_MS),
                settings.millis(READ_TIMEOUT_MS),
                settings.millis(RETRY_TOTAL_MS),
                ClientTls.settings(PREFIX, config));
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

    /** Shows nothing of an address that might hold a password: where that is cut by an @, a / or a comma, nothing tells its end. */
    private static String complaint(URI url, List<URI> all) {
        return all.stream().noneMatch(one -> one.toString().contains("@"))
                ? "'" + url + "' is neither http://host:port nor a single mock://SCOPE"
                : "is neither http://user:password@host:port nor a single mock://SCOPE (in a password, write @ as %40, / as"
                        + " %2F and a comma as %2C)";
    }

    static String withoutUserInfo(URI url) {
        String userInfo = url.getRawUserInfo();
        return userInfo == null ? url.toString() : url.toString().replace(userInfo + "@", "");
    }

    /** Kafka's own configuration classes hand lists on as lists. */
    private static @Nullable Object joined(@Nullable Object setting) {
        return setting instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : setting;
    }

    private static List<URI> urls(String joined) {
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
            // The reason alone, without the cause: both its text and that of the cause may hold a password.
            throw new DemarcheException("setting " + URL + " is no URL: " + e.getReason());
        }
    }

    private static Optional<String> userInfo(Settings settings, List<URI> urls) {
        Optional<String> stated = settings.text(USER_INFO);
        String source = settings.text(CREDENTIALS_SOURCE).orElse(stated.isPresent() ? "USER_INFO" : "URL");
        if (source.equalsIgnoreCase("URL")) {
            return urls.stream().map(URI::getUserInfo).filter(Objects::nonNull).findFirst();
        }
        return Optional.of(stated.orElseThrow(() -> new DemarcheException(
                "setting " + USER_INFO + " is missing, which " + CREDENTIALS_SOURCE + "=USER_INFO asks for")));
    }

    private static boolean isHttp(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
    }
}
