package io.demarche.producer.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads the tables of this package: tab-separated, lines that begin with # left out, the first of the others naming the columns. */
final class PageTable {
    private PageTable() {}

    /**
     * Hands each row on.
     *
     * @throws IllegalStateException naming file and line of a row that has the wrong number of columns or is refused
     */
    static void rows(String table, int columns, Consumer<List<String>> reader) {
        try (InputStream in = Objects.requireNonNull(PageTable.class.getResourceAsStream(table), table);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean header = true;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (header) {
                    header = false;
                    continue;
                }
                read(table, number, List.of(line.split("\t", -1)), columns, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String table, int number, List<String> row, int columns, Consumer<List<String>> reader) {
        if (row.size() != columns) {
            throw new IllegalStateException(
                    table + ":" + number + ": " + row.size() + " columns instead of " + columns);
        }
        try {
            reader.accept(row);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(table + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
