package io.demarche.streams.errors;

/**
 * This one record cannot be processed, now or later: it goes to the dead letter queue. Thrown only while the record has left
 * no trace yet in stores or topics.
 */
public final class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRecordException(String message) {
        super(message);
    }

    public BadRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
