package io.demarche.consumer.delivery;

/** Where alerts go that a receiver did not take. */
@FunctionalInterface
public interface DeadLetters {
    /**
     * Keeps one; it is safe when this returns.
     *
     * @throws io.demarche.schemas.DemarcheException where it cannot be kept; the alert is tried again then
     */
    void write(DeadLetter letter);
}
