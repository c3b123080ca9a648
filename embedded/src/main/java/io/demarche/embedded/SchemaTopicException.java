package io.demarche.embedded;

import io.demarche.schemas.DemarcheException;
import org.jspecify.annotations.Nullable;

/** A change could not be written to the topic of the schemas, so it did not happen as far as the registry tells. */
final class SchemaTopicException extends DemarcheException {
    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;

    /** @param worthRepeating whether the same request may succeed later */
    SchemaTopicException(String message, boolean worthRepeating, @Nullable Throwable cause) {
        super(message, cause);
        this.worthRepeating = worthRepeating;
    }

    /** 503 where the client should ask again, which clients of registries do by themselves; else 500. */
    int httpStatus() {
        return worthRepeating ? 503 : 500;
    }
}
