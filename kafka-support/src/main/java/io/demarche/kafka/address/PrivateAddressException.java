package io.demarche.kafka.address;

import java.net.InetAddress;

/** A host leads into somebody's own network. */
public final class PrivateAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(InetAddress address) {
        super("leads into a private network (" + address.getHostAddress() + "; --allow-private lets it)");
    }
}
