package io.demarche.coder.candidate;

import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Table;
import io.demarche.coder.lexicon.WordClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The filters of {@code filters.tsv}, whose header explains the columns. */
public final class FilterTable {
    private static final String FILE = "filters.tsv";
    private static final String WHEN = "when";
    private static final List<String> COLUMNS = List.of("stage", "reason", WHEN, "example");
    private static final String NOT = "!";

    private final Conditions conditions;
    private final Table table;

    private FilterTable(Conditions conditions, Table table) {
        this.conditions = conditions;
        this.table = table;
    }

    /** When a filter is asked. */
    public enum Stage {
        /** When the words around the trigger are read. */
        STANCE,
        /** When both sides are known. */
        SIDES
    }

    /** The bundled table. */
    public static FilterTable load(Cues cues) {
        return new FilterTable(new Conditions(cues), Table.resource(FILE, COLUMNS));
    }

    /** Another table, so that a line can be tried before it is added. */
    public static FilterTable parse(String text, Cues cues) {
        return new FilterTable(new Conditions(cues), Table.parse(FILE, text, COLUMNS));
    }

    /**
     * The filters of a stage, in the order of the file.
     *
     * @throws io.demarche.schemas.DemarcheException naming file, line and column, where one is not as it must be
     */
    public Filters of(Stage stage) {
        List<Filters.Filter> filters = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            row.required("example");
            Filters.Filter filter = filter(row);
            if (row.constant("stage", Stage.class) == stage) {
                filters.add(filter);
            }
        }
        return new Filters(List.copyOf(filters));
    }

    private Filters.Filter filter(Table.Row row) {
        DropReason reason = row.constant("reason", DropReason.class);
        List<Conditions.Asked> asked = new ArrayList<>();
        for (String condition : row.required(WHEN).split("&")) {
            asked.add(condition(row, condition.strip()));
        }
        return (candidate, reading) -> {
            for (Conditions.Asked each : asked) {
                if (!each.holds(candidate, reading)) {
                    return Optional.empty();
                }
            }
            return Optional.of(reason.drop());
        };
    }

    private Conditions.Asked condition(Table.Row row, String condition) {
        int equals = condition.indexOf('=');
        boolean not = equals < 0 ? condition.startsWith(NOT) : condition.startsWith(NOT, equals - 1);
        String name = equals < 0
                ? condition.substring(not ? 1 : 0)
                : condition.substring(0, not ? equals - 1 : equals).strip();
        Conditions.Asked asked;
        try {
            asked = equals < 0
                    ? conditions.flag(name)
                    : conditions.valued(name, values(row, condition.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
            throw row.error(WHEN, "'" + condition + "': no such value");
        }
        if (asked == null) {
            throw row.error(WHEN, "'" + condition + "' asks for nothing that the header names");
        }
        Conditions.Asked found = asked;
        return not ? (candidate, reading) -> !found.holds(candidate, reading) : found;
    }

    private static Set<String> values(Table.Row row, String written) {
        Set<String> values = new HashSet<>();
        for (String value : written.strip().split("\\|")) {
            values.addAll(WordClasses.named(row, WHEN, value.strip()));
        }
        return Set.copyOf(values);
    }
}
