package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The two ports of a broker on loopback. The controller's must be known before the start, so a free one is found by
 * binding and letting go.
 *
 * @param client where clients connect
 * @param controller where the broker talks to its controller
 */
record Ports(int client, int controller) {
    /** The only address that anything here listens on. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    /** @throws DemarcheException naming the setting where the port is out of range */
    static void requireValid(String setting, int port) {
        if (port < 0 || port > HIGHEST) {
            throw new DemarcheException(
                    setting + " is " + port + ": choose a port from 1 to " + HIGHEST + ", or 0 for any free one");
        }
    }

    /**
     * Ports that were free a moment ago.
     *
     * @param client the wanted port, or 0 for any free one
     * @param controller the wanted port, or 0 for any free one
     * @throws DemarcheException where a wanted port is taken
     */
    static Ports choose(int client, int controller) {
        // Both are held until both are known, or the second could be the first again.
        try (ServerSocket first = bind("broker port", client);
                ServerSocket second = bind("broker controller port", controller)) {
            return new Ports(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new DemarcheException("cannot find a free port on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    /** Whether this failure, or what caused it, is that an address is in use. */
    static boolean isTaken(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByName(LOOPBACK);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(LOOPBACK + " is a literal address", e);
        }
    }

    static DemarcheException taken(String setting, int port, Throwable cause) {
        return new DemarcheException(
                setting + " " + port + " is in use on " + LOOPBACK
                        + ": stop the program that uses it, or choose another port (0 for any free one)",
                cause);
    }

    private static ServerSocket bind(String setting, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As the broker binds: a port that only lingers after a close is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return socket;
        } catch (BindException e) {
            socket.close();
            throw taken(setting, port, e);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
