package io.demarche.text;

import io.demarche.schemas.DemarcheException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of two columns beside a class: tab-separated, comment lines behind {@code #}, one line that names the columns, then
 * rows without an empty cell.
 *
 * @param name the file
 * @param rows its rows, with the number of the line
 */
public record Table(String name, List<Row> rows) {
    /** One line of it. */
    public record Row(int line, String first, String second) {}

    /**
     * Reads the table that lies beside a class.
     *
     * @throws DemarcheException naming file and line where it is missing or malformed
     */
    public static Table load(Class<?> beside, String name, String first, String second) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new DemarcheException(name + ": missing from the program's own files; build it anew");
            }
            return read(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), first, second);
        } catch (IOException e) {
            throw new DemarcheException(name + ": cannot be read", e);
        }
    }

    private static Table read(String name, BufferedReader lines, String first, String second) throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (cells.size() != 2 || cells.contains("") || !headed && !cells.equals(List.of(first, second))) {
                throw new DemarcheException(name + ":" + number + ": expected two filled cells, "
                        + (headed ? "parted by a tab" : "the names of the columns " + first + " and " + second));
            }
            if (headed) {
                rows.add(new Row(number, cells.get(0), cells.get(1)));
            }
            headed = true;
        }
        return new Table(name, List.copyOf(rows));
    }

    /** The error to throw for a row whose cells make no sense: it names file and line. */
    public DemarcheException problem(Row row, String message) {
        return new DemarcheException(name + ":" + row.line() + ": " + message);
    }
}
