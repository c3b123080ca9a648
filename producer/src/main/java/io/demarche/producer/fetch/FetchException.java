package io.demarche.producer.fetch;

/** Something could not be fetched; the message says why, in words that hold no secrets. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    public FetchException(Trouble trouble, String why) {
        super(why);
        this.trouble = trouble;
    }

    public FetchException(Trouble trouble, String why, Throwable cause) {
        super(why, cause);
        this.trouble = trouble;
    }

    /** The kind of reason. */
    public Trouble trouble() {
        return trouble;
    }
}
