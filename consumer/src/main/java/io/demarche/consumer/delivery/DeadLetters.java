package io.demarche.consumer.delivery;

/** Where alerts go that a receiver did not take. */
@FunctionalInterface
public interface DeadLetters {
    /**
     * Keeps one; it is safe when this returns.
     *
     * @throws DeadLettersAwayException where it cannot be kept now; the alert stays under way
     * @throws io.demarche.schemas.DemarcheException where it cannot be kept at all, which ends the sink
     */
    void write(DeadLetter letter);
}
