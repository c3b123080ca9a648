package io.demarche.producer.fetch;

import java.io.IOException;

/** A stream goes on beyond what is taken. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
        super("larger than " + limit + " bytes");
    }
}
