package io.demarche.kafka.registry;

import io.demarche.schemas.DemarcheException;
import org.jspecify.annotations.Nullable;

/**
 * No registry answered, though asked again and again for as long as the settings allow. The data is not to blame: it must
 * wait, and never be given up.
 */
public class SchemaRegistryUnavailableException extends DemarcheException {
    private static final long serialVersionUID = 1L;

    public SchemaRegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
