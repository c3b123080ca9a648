package io.demarche.kafka.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells public addresses from those that lead into somebody's own network: loopback, private, link-local (where clouds keep their
 * metadata), shared, reserved, multicast, and IPv6 addresses that hold one of these (after the registries of RFC 6890).
 */
final class AddressGuard {
    private AddressGuard() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6((Inet6Address) address, bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean special = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean example =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !shared && !special && !benchmark && !example;
    }

    private static boolean isPublicV6(Inet6Address address, byte[] bytes) {
        boolean unique = (bytes[0] & 0xFE) == 0xFC;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == (byte) 0xB8;
        if (unique || documentation || address.isIPv4CompatibleAddress()) {
            return false;
        }
        boolean mapped = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF);
        boolean translated = startsWith(bytes, 0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0);
        if (mapped || translated) {
            return holdsPublic(bytes, 12);
        }
        boolean sixToFour = startsWith(bytes, 0x20, 0x02);
        boolean teredo = startsWith(bytes, 0x20, 0x01, 0, 0);
        boolean localTranslation = startsWith(bytes, 0, 0x64, 0xFF, 0x9B, 0, 1);
        return !teredo && !localTranslation && (!sixToFour || holdsPublic(bytes, 2));
    }

    private static boolean holdsPublic(byte[] bytes, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
