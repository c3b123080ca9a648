package io.demarche.coder.codebook;

import io.demarche.coder.lexicon.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many names of actors the lexicon knows. */
final class ActorCounts {
    private ActorCounts() {}

    /** The rows of a table of two columns. */
    static String render() {
        List<String> rows = new ArrayList<>();
        Table states = Table.resource("states.tsv");
        rows.add(row("states", distinct(states, row -> row.get("code"))));
        rows.add(row("names of states", forms(states, "name", "names")));
        rows.add(row("adjectives and demonyms", forms(states, "adjectives")));
        rows.add(row("capitals and other seats of power", forms(states, "seats")));
        rows.add(row("regions and towns that do not act", forms(Table.resource("places.tsv"), "places")));
        Table leaders = Table.resource("leaders.tsv");
        rows.add(row("leaders, ministers and envoys", distinct(leaders, row -> row.get("code") + row.get("name"))));
        by(leaders, "role").forEach((role, count) -> rows.add(row("– terms of office as " + role, count)));
        Table organisations = Table.resource("organisations.tsv");
        rows.add(row("organisations", distinct(organisations, row -> row.get("code"))));
        by(organisations, "kind").forEach((kind, count) -> rows.add(row("– rows of kind " + kind, count)));
        return String.join("\n", rows);
    }

    private static String row(String what, long count) {
        return "| " + what + " | " + count + " |";
    }

    private static long distinct(Table table, Function<Table.Row, String> key) {
        return table.rows().stream().map(key).distinct().count();
    }

    private static long forms(Table table, String... columns) {
        return table.rows().stream()
                .flatMap(row -> List.of(columns).stream().flatMap(column -> row.list(column).stream()))
                .distinct()
                .count();
    }

    private static Map<String, Long> by(Table table, String column) {
        return table.rows().stream()
                .collect(Collectors.groupingBy(row -> row.get(column), TreeMap::new, Collectors.counting()));
    }
}
