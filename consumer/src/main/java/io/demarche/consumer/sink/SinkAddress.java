package io.demarche.consumer.sink;

import io.demarche.schemas.ContentId;
import io.demarche.schemas.DemarcheException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a sink, {@code https://host/path} with a name behind it where it is given one, {@code #desk}. Errors do not show
 * the address: what follows the host is often a secret.
 *
 * @param name as given; else the kind of the sink and eight digits that are made of the address
 * @param url without the name
 */
record SinkAddress(String name, URI url) {

    static SinkAddress parse(String kind, String text) {
        URI url = url(kind, text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw wrong(kind, "not an http or https address with a host");
        }
        if (url.getRawUserInfo() != null) {
            throw wrong(kind, "an address with a password in it, which is not sent");
        }
        String name = url.getRawFragment();
        if (name == null) {
            return new SinkAddress(kind + "-" + ContentId.of(text).substring(0, 8), url);
        }
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw wrong(kind, "the name behind '#' has other characters than a to z, 0 to 9 and hyphens");
        }
        return new SinkAddress(name, url(kind, text.substring(0, text.indexOf('#'))));
    }

    private static URI url(String kind, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(kind, "not an address: " + e.getReason());
        }
    }

    private static DemarcheException wrong(String kind, String why) {
        return new DemarcheException("sink " + kind + ": " + why + " (write " + kind
                + ":https://host/path, or with a name " + kind + ":https://host/path#desk)");
    }
}
