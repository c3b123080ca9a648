package io.demarche.coder.text;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of words from a resource: tab-separated, comment lines behind {@code #}, then one line that names the columns,
 * then rows without a blank cell. Immutable.
 */
public final class WordTable {
    private final String resource;
    private final List<Row> rows;

    private WordTable(String resource, List<Row> rows) {
        this.resource = resource;
        this.rows = rows;
    }

    /**
     * One line of the table.
     *
     * @param line its number in the file, from 1
     * @param cells as many as the table has columns, none blank
     */
    public record Row(int line, List<String> cells) {}

    /**
     * Reads a table.
     *
     * @throws DemarcheException naming file and line where it is missing, or a line has not the columns that it should
     */
    public static WordTable load(String resource, String... columns) {
        try (InputStream in = WordTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new DemarcheException(
                        "word table " + resource + " is missing from the class path: rebuild the coder");
            }
            return read(resource, in, columns);
        } catch (IOException e) {
            throw new DemarcheException("word table " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a table from a stream, which it does not close.
     *
     * @param resource what errors call it
     * @throws DemarcheException naming file and line where a line has not the columns that it should
     */
    public static WordTable read(String resource, InputStream in, String... columns) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (!headed) {
                headed = true;
                require(
                        cells.equals(List.of(columns)),
                        resource,
                        number,
                        "the columns must be " + String.join(", ", columns));
            } else {
                require(
                        cells.size() == columns.length && cells.stream().noneMatch(String::isBlank),
                        resource,
                        number,
                        "expected " + columns.length + " filled cells, separated by tabs");
                rows.add(new Row(number, cells));
            }
        }
        return new WordTable(resource, List.copyOf(rows));
    }

    /** The rows in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /** The error to throw for a row whose cells make no sense: it names file and line. */
    public DemarcheException problem(Row row, String message) {
        return new DemarcheException(resource + " line " + row.line() + ": " + message);
    }

    private static void require(boolean holds, String resource, int line, String message) {
        if (!holds) {
            throw new DemarcheException(resource + " line " + line + ": " + message);
        }
    }
}
