package io.demarche.cli;

import io.demarche.schemas.DemarcheException;

/** The broker and the registry that this program may carry: the service image leaves them out. */
final class EmbeddedParts {
    private static final String BROKER = "io.demarche.embedded.EmbeddedBroker";

    private EmbeddedParts() {}

    /** @throws DemarcheException where they are not on the class path */
    static void require() {
        try {
            Class.forName(BROKER, false, EmbeddedParts.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new DemarcheException(
                    "this command needs the embedded broker, which the service image leaves out: run it from a checkout, as ./demarche",
                    e);
        }
    }
}
