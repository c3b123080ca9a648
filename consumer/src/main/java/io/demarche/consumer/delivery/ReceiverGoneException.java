package io.demarche.consumer.delivery;

import io.demarche.schemas.DemarcheException;

/** A receiver wants no more alerts. */
public final class ReceiverGoneException extends DemarcheException {
    private static final long serialVersionUID = 1L;

    ReceiverGoneException(String receiver, String reason) {
        super(
                "sink " + receiver + ": " + reason
                        + "; nothing more is sent there, and what it has not got waits: end the sink, or start it again once it takes alerts");
    }
}
