package io.demarche.embedded.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link SchemaCatalog} writes each change before it takes effect. The latest value of each key makes up the
 * whole state, so a log may be compacted.
 */
@FunctionalInterface
public interface SchemaLog {
    /**
     * Appends one record. When this returns, the record survives a crash; when it throws, the change does not happen.
     *
     * @param key what the record is about, as JSON
     * @param value its new state, as JSON; null where it is gone
     */
    void append(String key, @Nullable String value);

    /** A log that keeps nothing: the catalogue lives as long as its process. */
    static SchemaLog none() {
        return (key, value) -> {};
    }
}
