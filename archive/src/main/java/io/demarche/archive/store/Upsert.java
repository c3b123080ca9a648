package io.demarche.archive.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Statements that put a row in, or in the place of the one that is there. */
final class Upsert {
    private Upsert() {}

    /** Replaces a row of the same key unless that has a higher revision. */
    static String newest(String table, List<String> key, String... columns) {
        return always(table, key, columns) + " WHERE excluded.revision >= " + table + ".revision";
    }

    /** Replaces a row of the same key. */
    static String always(String table, List<String> key, String... columns) {
        String names = String.join(", ", columns);
        String marks = Arrays.stream(columns).map(column -> "?").collect(Collectors.joining(", "));
        String set = Arrays.stream(columns)
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ") ON CONFLICT (" + String.join(", ", key)
                + ") DO UPDATE SET " + set;
    }
}
