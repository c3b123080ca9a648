package io.demarche.archive.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as the tables hold them: days and times as text, yes and no as 1 and 0, symbols by name. */
final class Parameters {
    private Parameters() {}

    /** Adds one row to a statement's batch. */
    static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        statement.addBatch();
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MILLIS).toString();
        }
        if (value instanceof LocalDate || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        // PostgreSQL's text takes every character but this one.
        return value instanceof String text ? text.replace('\0', '\uFFFD') : value;
    }
}
