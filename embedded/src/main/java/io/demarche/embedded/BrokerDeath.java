package io.demarche.embedded;

import org.apache.kafka.common.utils.Exit;

/** A broker that cannot write any more, as on a full disk, ends the whole process, and says why in a log alone. */
public final class BrokerDeath {
    private BrokerDeath() {}

    /**
     * Has something done before that: the last word, and the last clearing up. Holds for every broker of the process.
     *
     * @param last must not wait for the broker
     */
    public static void before(Runnable last) {
        Exit.Procedure end = (status, message) -> {
            try {
                last.run();
            } finally {
                Runtime.getRuntime().halt(status);
            }
        };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }
}
