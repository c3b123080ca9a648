package io.demarche.web;

import io.demarche.schemas.DemarcheException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the desk listens.
 *
 * @param host an address of this machine's loopback
 * @param port 0 for any free one
 */
public record WebSettings(String host, int port) {
    /** The address and port that one knows. */
    public static final WebSettings USUAL = new WebSettings("127.0.0.1", 8090);

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new DemarcheException("port must be from 0 to 65535, not " + port);
        }
        if (!isLoopback(host)) {
            throw new DemarcheException("the desk listens on loopback alone, as it asks nobody who they are: not on "
                    + host + " (put a proxy that does before it)");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new DemarcheException("no such address: " + host, e);
        }
    }
}
