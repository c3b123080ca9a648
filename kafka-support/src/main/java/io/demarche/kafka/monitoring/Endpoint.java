package io.demarche.kafka.monitoring;

import io.demarche.kafka.settings.Rule;
import io.demarche.schemas.DemarcheException;

/**
 * Where a service answers questions about itself.
 *
 * @param host the address to listen on: loopback, or {@code 0.0.0.0} for every address of a container
 * @param port the port; 0 for any free one, {@link #NONE} for no endpoint at all
 */
public record Endpoint(String host, int port) {
    /** The port of a service that answers nothing. */
    public static final int NONE = -1;

    /** The setting that names the address. */
    public static final String HOST_SETTING = "demarche.health.host";

    /** The setting that names the port. */
    public static final String PORT_SETTING = "demarche.health.port";

    /** What the port may be. */
    public static final Rule PORT_RULE =
            Rule.matching("-1 (none), 0 (any free) or a port", port -> isPort(Integer.parseInt(port)));

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /**
     * @throws DemarcheException naming the setting that has a value it cannot have
     */
    public Endpoint {
        if (host.isBlank()) {
            throw new DemarcheException("setting " + HOST_SETTING + " must name an address, such as " + LOOPBACK);
        }
        if (!isPort(port)) {
            throw new DemarcheException(
                    "setting " + PORT_SETTING + " must be -1 (none), 0 (any free) or a port, not " + port);
        }
    }

    /** This machine alone, on a port. */
    public static Endpoint loopback(int port) {
        return new Endpoint(LOOPBACK, port);
    }

    private static boolean isPort(int port) {
        return port >= NONE && port <= 65_535;
    }

    /** Whether there is one. */
    public boolean exists() {
        return port != NONE;
    }
}
