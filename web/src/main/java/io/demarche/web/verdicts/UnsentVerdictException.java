package io.demarche.web.verdicts;

import io.demarche.schemas.DemarcheException;

/** A verdict did not reach its topic; the message says what to do. */
public final class UnsentVerdictException extends DemarcheException {
    private static final long serialVersionUID = 1;

    public UnsentVerdictException(String message) {
        super(message);
    }

    public UnsentVerdictException(String message, Throwable cause) {
        super(message, cause);
    }
}
