package io.demarche.kafka.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {
    InetAddress[] addresses(String host) throws UnknownHostException;

    /** Asks the system. */
    static HostResolver system() {
        return InetAddress::getAllByName;
    }
}
