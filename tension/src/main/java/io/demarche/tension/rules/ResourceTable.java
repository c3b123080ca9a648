package io.demarche.tension.rules;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tab-separated resource of this package: comment lines start with {@code #}, the first other line names the columns.
 *
 * @param name the resource, as errors name it
 * @param rows its rows, in order
 */
public record ResourceTable(String name, List<Row> rows) {

    /** A row, with the line it stands on. */
    public record Row(String table, int line, Map<String, String> cells) {
        public String text(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw wrong("there is no column '" + column + "'");
            }
            return value;
        }

        public String required(String column) {
            String value = text(column);
            if (value.isEmpty()) {
                throw wrong("column '" + column + "' is empty");
            }
            return value;
        }

        public int integer(String column, int least, int most) {
            return (int) number(column, least, most, true);
        }

        public double fraction(String column) {
            return number(column, 0, 1, false);
        }

        public <E extends Enum<E>> E symbol(String column, Class<E> type) {
            String value = required(column);
            try {
                return Enum.valueOf(type, value);
            } catch (IllegalArgumentException e) {
                throw wrong("'" + value + "' is no " + type.getSimpleName());
            }
        }

        public DemarcheException wrong(String what) {
            return new DemarcheException(table + " line " + line + ": " + what);
        }

        private double number(String column, double least, double most, boolean whole) {
            String value = required(column);
            try {
                double number = whole ? Integer.parseInt(value) : Double.parseDouble(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new DemarcheException(table + " line " + line + ": '" + value + "' is no number", e);
            }
            throw wrong("column '" + column + "' is " + value + ", outside " + least + " to " + most);
        }
    }

    /** Reads a resource that lies beside this class. */
    public static ResourceTable load(String name) {
        try (InputStream in = ResourceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DemarcheException(
                        "resource " + name + " is missing from " + ResourceTable.class.getPackageName());
            }
            return read(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new DemarcheException("resource " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    static ResourceTable read(String name, BufferedReader lines) throws IOException {
        List<Row> rows = new ArrayList<>();
        String[] columns = null;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (columns == null) {
                columns = cells;
                continue;
            }
            if (cells.length != columns.length) {
                throw new DemarcheException(name + " line " + number + ": " + cells.length
                        + " cells where the header names " + columns.length + " columns");
            }
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                named.put(columns[i], cells[i].strip());
            }
            rows.add(new Row(name, number, named));
        }
        return new ResourceTable(name, List.copyOf(rows));
    }
}
