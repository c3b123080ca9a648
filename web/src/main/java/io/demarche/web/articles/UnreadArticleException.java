package io.demarche.web.articles;

import io.demarche.schemas.DemarcheException;

/** An article's text cannot be read now; the message says why. */
public final class UnreadArticleException extends DemarcheException {
    private static final long serialVersionUID = 1;

    public UnreadArticleException(String message) {
        super(message);
    }

    public UnreadArticleException(String message, Throwable cause) {
        super(message, cause);
    }
}
