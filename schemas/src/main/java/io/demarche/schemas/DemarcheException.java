package io.demarche.schemas;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to mend: a setting, a file, a server that does not answer. The message is one line that
 * names what is wrong and where; the command line prints it as it is.
 */
public class DemarcheException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DemarcheException(String message) {
        super(message);
    }

    public DemarcheException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
