package io.demarche.consumer.delivery;

import io.demarche.avro.EscalationAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a receiver did not take.
 *
 * @param sink the receiver's name
 * @param reason why the last try failed
 * @param tries how often it was tried
 * @param firstTried null where it was never tried itself, such as behind others while the receiver was away
 * @param givenUp when it was given up
 * @param alert what it was to be handed
 * @param trace the W3C trace context that the alert came with; null where there is none
 */
public record DeadLetter(
        String sink,
        String reason,
        int tries,
        @Nullable Instant firstTried,
        Instant givenUp,
        EscalationAlert alert,
        @Nullable String trace) {}
