package io.demarche.consumer.delivery;

import java.time.Instant;
import java.util.Optional;

/** What became of handing over an alert. Reasons are words for a person, without secrets and without contents. */
public sealed interface Outcome {
    /** The receiver has it. */
    record Taken() implements Outcome {}

    /** The receiver has trouble with this alert. */
    record Failed(String reason) implements Outcome {}

    /**
     * The receiver is not there, or too busy: another alert would fare no better.
     *
     * @param until when it wants to be asked again, where it says so
     */
    record Away(String reason, Optional<Instant> until) implements Outcome {}

    /** The receiver wants no more alerts, now and for ever. */
    record Gone(String reason) implements Outcome {}
}
