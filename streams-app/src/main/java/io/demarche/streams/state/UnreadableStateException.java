package io.demarche.streams.state;

import org.jspecify.annotations.Nullable;

/**
 * What a store holds is not in a form that this version reads: another version wrote it. No record is to blame, and no new
 * try helps, so the application stops and says what does.
 */
public final class UnreadableStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what cannot be read, and why; without a full stop
     */
    public UnreadableStateException(String what, @Nullable Throwable cause) {
        super(
                "the state is of another version: " + what
                        + " (go on with the version that wrote it, or begin anew under another application.id)",
                cause);
    }
}
