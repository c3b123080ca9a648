package io.demarche.coder.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A lexicon as it lies on disk, and the columns whose cells hold the forms that a text is matched with. */
record LexiconSheet(String file, List<String> formColumns, String comment, List<String> columns, List<Row> rows) {
    static LexiconSheet read(String file, String... formColumns) {
        List<String> comment = new ArrayList<>();
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text(file).split("\n")) {
            number++;
            if (line.startsWith("#")) {
                comment.add(line);
            } else if (columns.isEmpty()) {
                columns = List.of(line.split("\t"));
            } else {
                rows.add(Row.of(file + ":" + number, columns, line.split("\t", -1)));
            }
        }
        return new LexiconSheet(file, List.of(formColumns), String.join("\n", comment), columns, rows);
    }

    private static String text(String file) {
        try (InputStream in = LexiconSheet.class.getResourceAsStream("/io/demarche/coder/lexicon/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the rows lie that the fault is found in. */
    List<Row> where(Predicate<Row> fault) {
        return rows.stream().filter(fault).toList();
    }

    @Override
    public String toString() {
        return file;
    }

    /** A row, with the file and line it stands in. */
    record Row(String place, int width, Map<String, String> byColumn) {
        static Row of(String place, List<String> columns, String[] cells) {
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
                byColumn.put(columns.get(i), cells[i]);
            }
            return new Row(place, cells.length, byColumn);
        }

        @Override
        public String toString() {
            return place + " " + byColumn;
        }

        String get(String column) {
            return byColumn.getOrDefault(column, "");
        }

        List<String> list(String column) {
            return get(column).isEmpty() ? List.of() : Arrays.asList(get(column).split("\\|"));
        }

        Stream<String> values() {
            return byColumn.values().stream();
        }

        Stream<String> cells() {
            return values().flatMap(cell -> Arrays.stream(cell.split("\\|")));
        }
    }
}
