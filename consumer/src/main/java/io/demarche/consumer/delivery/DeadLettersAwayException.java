package io.demarche.consumer.delivery;

import io.demarche.schemas.DemarcheException;

/** Dead letters cannot be kept for now: a server is away. */
public final class DeadLettersAwayException extends DemarcheException {
    private static final long serialVersionUID = 1L;

    /** @param message names what is away */
    public DeadLettersAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
