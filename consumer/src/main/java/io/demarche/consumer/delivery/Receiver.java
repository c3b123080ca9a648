package io.demarche.consumer.delivery;

import io.demarche.avro.EscalationAlert;
import org.jspecify.annotations.Nullable;

/** Somebody elsewhere who is handed alerts one by one. Used by one thread, but for {@link #abort}. */
public interface Receiver extends AutoCloseable {
    /** What figures, logs and the consumer group call it: letters, digits and hyphens. */
    String name();

    /** Hands over an alert, in bounded time. The same alert may be handed over again. */
    Outcome deliver(EscalationAlert alert);

    /**
     * Hands over an alert with the W3C trace context that it came with, where the receiver has a place for it.
     *
     * @param trace null where there is none
     */
    default Outcome deliver(EscalationAlert alert, @Nullable String trace) {
        return deliver(alert);
    }

    /** Whether it needs to know what it was handed before this process began. */
    default boolean hasPast() {
        return false;
    }

    /** An alert that it was handed before, in the order of then. */
    default void recall(EscalationAlert alert) {}

    /** An alert that it did not take in the end. */
    default void givenUp(EscalationAlert alert) {}

    /** What was recalled and delivered so far may be others' to tell of: what is still its own is recalled anew. */
    default void forgetPast() {}

    /** Goes on with what needs no new alert, in bounded time. Called several times a second. */
    default void remind() {}

    /** Ends a delivery under way, as one that failed. May be called from any thread. */
    void abort();

    @Override
    void close();
}
