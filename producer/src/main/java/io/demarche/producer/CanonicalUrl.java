package io.demarche.producer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One spelling for all the addresses that lead to one page (after RFC 3986, section 6, and what link sharing adds).
 *
 * <p>Scheme and host in lower case, {@code http} taken as {@code https}, default port, fragment, tracking parameters and
 * a trailing slash removed, the remaining parameters sorted, percent-encodings in upper case. What is no {@code http}
 * address is only stripped of blanks. The result tells pages apart; it is not meant to be fetched.
 */
final class CanonicalUrl {
    private static final Pattern HTTP =
            Pattern.compile("(?i)https?://([^/?#]++)([^?#]*+)(?:\\?([^#]*+))?+(?:#.*+)?+", Pattern.DOTALL);
    private static final Pattern DEFAULT_PORT = Pattern.compile(":(?:80|443)?$");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "cmpid",
            "ocid",
            "at_medium",
            "at_campaign",
            "ns_source",
            "ns_mchannel",
            "ns_campaign",
            "_ga",
            "_gl",
            "smid",
            "xtor");

    private CanonicalUrl() {}

    static String of(String url) {
        String stripped = url.strip();
        Matcher http = HTTP.matcher(stripped);
        if (!http.matches()) {
            return stripped;
        }
        String host =
                DEFAULT_PORT.matcher(http.group(1).toLowerCase(Locale.ROOT)).replaceFirst("");
        String path = upperEscapes(http.group(2));
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String query = http.group(3) == null ? "" : query(http.group(3));
        return "https://" + host + path.substring(0, end) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .map(CanonicalUrl::upperEscapes)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String upperEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }
}
