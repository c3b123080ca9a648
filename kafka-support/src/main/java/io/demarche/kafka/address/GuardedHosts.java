package io.demarche.kafka.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;

/**
 * Begins requests to hosts that a stranger may have named. The host is resolved and every one of its addresses checked. A plain
 * request then goes to an address that was checked, so that a name that resolves otherwise a moment later leads nowhere; an
 * encrypted one to the name, whose certificate no server inside a network can show.
 *
 * @param resolver finds the addresses of a host
 * @param allowPrivate whether addresses inside networks may be asked too
 */
public record GuardedHosts(HostResolver resolver, boolean allowPrivate) {
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // Plain requests go to the address that was checked, and name the host in this header. Read once, by the
        // client.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        // Java 17 keeps a connection for twenty minutes, which two thousand hosts would each have to hold. Read once
        // too.
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, "30");
        }
    }

    /** To be called before the first HTTP client of the process is made, whosever it is: see above. */
    public static void prepare() {
        // Loading the class is all that it takes.
    }

    /**
     * A request to an address, its target checked.
     *
     * @param at an http or https address with a host
     * @throws UnknownHostException where there is no such host
     * @throws PrivateAddressException where one of its addresses may not be asked
     * @throws IllegalArgumentException where no request can be made of it
     */
    public HttpRequest.Builder request(URI at) throws UnknownHostException, PrivateAddressException {
        InetAddress address = checked(at.getHost());
        if (!at.getScheme().equalsIgnoreCase("http")) {
            return HttpRequest.newBuilder(at);
        }
        return HttpRequest.newBuilder(target(at, address))
                .header("Host", at.getPort() < 0 ? at.getHost() : at.getHost() + ":" + at.getPort());
    }

    /** A host's address, after all of them were checked: one that is private among public ones is a trap. */
    private InetAddress checked(String host) throws UnknownHostException, PrivateAddressException {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        InetAddress[] addresses = resolver.addresses(name);
        for (InetAddress address : addresses) {
            if (!allowPrivate && !AddressGuard.isPublic(address)) {
                throw new PrivateAddressException(address);
            }
        }
        return addresses[0];
    }

    private static URI target(URI at, InetAddress address) {
        String literal = address.getHostAddress().replaceFirst("%.*", "");
        String host = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
        String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
        return URI.create("http://" + host + (at.getPort() < 0 ? "" : ":" + at.getPort()) + path + query);
    }
}
