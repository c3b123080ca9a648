package io.demarche.coder.lexicon;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tab-separated resource: comment lines that start with {@code #}, one row that names the columns, then the rows. Lists
 * inside a cell are separated by {@code |}.
 *
 * @param name what errors call it: the file's name
 * @param rows the rows in the order of the file
 */
public record Table(String name, List<Row> rows) {

    /**
     * Reads a table.
     *
     * @param name what errors call it
     * @param text its text
     * @param columns the columns it must have; it may have no others
     * @throws DemarcheException naming file and line, where the table is not well-formed
     */
    public static Table parse(String name, String text, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> places = null;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (places == null) {
                places = places(name, number, cells, columns);
            } else if (cells.length != places.size()) {
                throw error(name, number, cells.length + " cells where the header names " + places.size() + " columns");
            } else {
                rows.add(new Row(name, number, places, List.of(cells)));
            }
        }
        if (places == null) {
            throw error(name, number, "no header row");
        }
        return new Table(name, List.copyOf(rows));
    }

    /** Reads the resource of this name that lies beside the lexicon's classes, see {@link #parse}. */
    public static Table resource(String name, List<String> columns) {
        return parse(name, text(name), columns);
    }

    /** Reads the bundled resource with whatever columns its header row names, for readers who need but some of them. */
    public static Table resource(String name) {
        String text = text(name);
        List<String> columns = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .map(header -> List.of(header.split("\t", -1)))
                .orElse(List.of());
        return parse(name, text, columns);
    }

    static String text(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DemarcheException(name + ": the lexicon resource is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 14];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Map<String, Integer> places(String name, int number, String[] cells, List<String> columns) {
        if (!Arrays.asList(cells).equals(columns)) {
            throw error(
                    name,
                    number,
                    "columns are " + String.join(", ", cells) + "; expected " + String.join(", ", columns));
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            places.put(cells[i], i);
        }
        return places;
    }

    private static DemarcheException error(String name, int line, String column, String what) {
        return new DemarcheException(name + ", line " + line + ", column '" + column + "': " + what);
    }

    private static DemarcheException error(String name, int line, String what) {
        return new DemarcheException(name + ", line " + line + ": " + what);
    }

    /** One row of a table, which knows where it stands. */
    public static final class Row {
        private final String table;
        private final int line;
        private final Map<String, Integer> places;
        private final List<String> cells;

        private Row(String table, int line, Map<String, Integer> places, List<String> cells) {
            this.table = table;
            this.line = line;
            this.places = places;
            this.cells = cells;
        }

        /** The cell under a column, without surrounding blanks; may be empty. */
        public String get(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("no column " + column + " in " + table);
            }
            return cells.get(place).strip();
        }

        /** The cell under a column, which must not be empty. */
        public String required(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                throw error(column, "is empty");
            }
            return cell;
        }

        /** The list in the cell under a column; empty where the cell is. */
        public List<String> list(String column) {
            String cell = get(column);
            if (cell.isEmpty()) {
                return List.of();
            }
            List<String> items = new ArrayList<>();
            for (String item : cell.split("\\|", -1)) {
                if (item.isBlank()) {
                    throw error(column, "has an empty entry between bars");
                }
                items.add(item.strip());
            }
            return List.copyOf(items);
        }

        /** The constant that the cell under a column names. */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            String cell = required(column);
            E[] constants = type.getEnumConstants();
            for (E constant : constants) {
                if (constant.name().equals(cell)) {
                    return constant;
                }
            }
            throw error(column, "'" + cell + "' is none of " + Arrays.toString(constants));
        }

        /** An error about a cell of this row. */
        public DemarcheException error(String column, String what) {
            return Table.error(table, line, column, what);
        }

        /** An error about this row. */
        public DemarcheException error(String what) {
            return Table.error(table, line, what);
        }
    }
}
