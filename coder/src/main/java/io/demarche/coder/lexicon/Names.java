package io.demarche.coder.lexicon;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the names of states, seats of power, leaders, organisations and armed groups into one index. */
final class Names {
    private final NameIndex.Builder index;
    private final Set<String> codes = new TreeSet<>();

    private Names(Function<String, String[]> tokenizer) {
        this.index = new NameIndex.Builder(tokenizer);
    }

    static NameIndex load(Function<String, String[]> tokenizer) {
        Names names = new Names(tokenizer);
        names.states(
                Table.resource("states.tsv", List.of("code", "name", "names", "adjectives", "seats", "from", "to")));
        names.leaders(Table.resource("leaders.tsv", List.of("code", "role", "name", "names", "from", "to")));
        names.organisations(Table.resource("organisations.tsv", List.of("code", "name", "names", "kind")));
        names.groups(Table.resource("groups.tsv", List.of("code", "name", "names")));
        return names.index.build();
    }

    private void states(Table table) {
        for (Table.Row row : table.rows()) {
            String code = row.required("code");
            codes.add(code);
            String name = row.required("name");
            LocalDate from = day(row, "from", false);
            LocalDate to = day(row, "to", true);
            Name state = new Name(code, Name.Kind.STATE, "", name, from, to);
            index.add(name, state);
            row.list("names").forEach(form -> index.add(form, state));
            Name adjective = new Name(code, Name.Kind.ADJECTIVE, "", name, from, to);
            row.list("adjectives").forEach(form -> index.add(form, adjective));
            Name seat = new Name(code, Name.Kind.SEAT, "GOV", name, from, to);
            row.list("seats").forEach(form -> index.add(form, seat));
        }
    }

    private void leaders(Table table) {
        for (Table.Row row : table.rows()) {
            String name = row.required("name");
            Name leader = new Name(
                    known(row),
                    Name.Kind.LEADER,
                    row.required("role"),
                    name,
                    day(row, "from", false),
                    day(row, "to", true));
            index.add(name, leader);
            row.list("names").forEach(form -> index.add(form, leader));
        }
    }

    private void organisations(Table table) {
        for (Table.Row row : table.rows()) {
            String name = row.required("name");
            Name organisation =
                    new Name(row.required("code"), Name.Kind.ORGANISATION, row.required("kind"), name, null, null);
            index.add(name, organisation);
            row.list("names").forEach(form -> index.add(form, organisation));
        }
    }

    private void groups(Table table) {
        for (Table.Row row : table.rows()) {
            String name = row.required("name");
            Name group = new Name(known(row), Name.Kind.GROUP, "REBELS", name, null, null);
            index.add(name, group);
            row.list("names").forEach(form -> index.add(form, group));
        }
    }

    private String known(Table.Row row) {
        String code = row.required("code");
        if (!codes.contains(code)) {
            throw row.error("'" + code + "' is no state of states.tsv");
        }
        return code;
    }

    /** A day, or the first (last) day of the year or month that the cell names. */
    private static @Nullable LocalDate day(Table.Row row, String column, boolean last) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return switch (cell.length()) {
                case 4 ->
                    last
                            ? Year.parse(cell).atMonth(12).atEndOfMonth()
                            : Year.parse(cell).atDay(1);
                case 7 ->
                    last
                            ? YearMonth.parse(cell).atEndOfMonth()
                            : YearMonth.parse(cell).atDay(1);
                default -> LocalDate.parse(cell);
            };
        } catch (DateTimeException e) {
            throw row.error("'" + cell + "' in column '" + column + "' is no date: write 2023-12-26, 2023-12 or 2023");
        }
    }
}
