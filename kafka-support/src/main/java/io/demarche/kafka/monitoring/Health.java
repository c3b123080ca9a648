package io.demarche.kafka.monitoring;

/**
 * How a service is.
 *
 * @param alive a restart would not help
 * @param ready it does its work
 * @param state its state by name: letters and underscores
 */
public record Health(boolean alive, boolean ready, String state) {
    /** Alive and at work. */
    public static final Health RUNNING = new Health(true, true, "RUNNING");

    /** Alive, and waiting for something: a server that is out, a rebalance. */
    public static Health waiting(String state) {
        return new Health(true, false, state);
    }

    /** Neither: it has ended. */
    public static Health ended(String state) {
        return new Health(false, false, state);
    }
}
