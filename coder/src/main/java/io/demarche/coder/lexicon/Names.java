package io.demarche.coder.lexicon;

import io.demarche.coder.text.CaseRule;
import io.demarche.coder.text.PhraseMatcher;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names of states, seats of power, leaders and organisations into one matcher. */
final class Names {
    /** Organisations that mentions carry under their own code; all others go by CAMEO's generic code for their kind. */
    private static final Set<String> OWN_CODE = Set.of("UN", "EU", "NATO");

    private static final String NO_ROLE = "";
    /** CAMEO's code of an international militarised group. */
    private static final String NO_STATES_GROUP = "IMG";

    private final PhraseMatcher.Builder<Name> phrases = new PhraseMatcher.Builder<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> organisations = new HashMap<>();

    private Names() {}

    static PhraseMatcher<Name> load() {
        Names names = new Names();
        names.states(Table.resource(
                "states.tsv",
                List.of("code", "name", "names", "adjectives", "seats", "from", "to", "ambiguous", "never")));
        names.places(Table.resource("places.tsv", List.of("code", "places", "ambiguous")));
        names.organisations(Table.resource(
                "organisations.tsv", List.of("code", "name", "names", "kind", "state", "ambiguous", "never")));
        names.leaders(Table.resource("leaders.tsv", List.of("code", "role", "name", "names", "from", "to", "titled")));
        return names.phrases.build();
    }

    private void add(String form, Name name) {
        phrases.add(form, CaseRule.NAME, 1, name);
    }

    private void states(Table table) {
        for (Table.Row row : table.rows()) {
            String code = row.required("code");
            codes.add(code);
            String name = row.required("name");
            Set<String> ambiguous = new HashSet<>(row.list("ambiguous"));
            day(row, "from", false);
            day(row, "to", true);
            add(name, state(code, Name.Kind.STATE, NO_ROLE, name, ambiguous.contains(name)));
            for (String form : row.list("names")) {
                add(form, state(code, Name.Kind.STATE, NO_ROLE, name, ambiguous.contains(form)));
            }
            for (String form : row.list("adjectives")) {
                add(form, state(code, Name.Kind.ADJECTIVE, NO_ROLE, name, ambiguous.contains(form)));
            }
            for (String form : row.list("seats")) {
                add(form, state(code, Name.Kind.SEAT, "GOV", name, ambiguous.contains(form)));
            }
            row.list("never").forEach(this::other);
        }
    }

    private void places(Table table) {
        for (Table.Row row : table.rows()) {
            String code = known(row, "code", row.required("code"));
            Set<String> ambiguous = new HashSet<>(row.list("ambiguous"));
            row.required("places");
            for (String form : row.list("places")) {
                add(form, state(code, Name.Kind.PLACE, NO_ROLE, form, ambiguous.contains(form)));
            }
        }
    }

    private static Name state(String code, Name.Kind kind, String role, String name, boolean ambiguous) {
        return new Name(code, kind, role, name, ambiguous, null, null);
    }

    private void other(String form) {
        add(form, new Name("", Name.Kind.OTHER, NO_ROLE, form, false, null, null));
    }

    private void organisations(Table table) {
        for (Table.Row row : table.rows()) {
            String name = row.required("name");
            Set<String> ambiguous = new HashSet<>(row.list("ambiguous"));
            add(name, organisation(row, name, ambiguous.contains(name)));
            for (String form : row.list("names")) {
                add(form, organisation(row, name, ambiguous.contains(form)));
            }
            row.list("never").forEach(this::other);
        }
    }

    private Name organisation(Table.Row row, String name, boolean ambiguous) {
        String code = row.required("code");
        String state = row.get("state");
        String kind = row.required("kind");
        String actor = switch (kind) {
            case "IGO" -> OWN_CODE.contains(code) ? code : kind;
            case "NGO" -> kind;
            case "MNC" -> "";
            case "ARMED" -> state.isEmpty() ? NO_STATES_GROUP : known(row, "state", state);
            default -> throw row.error("kind", "'" + kind + "' is none of IGO, NGO, MNC, ARMED");
        };
        organisations.put(code, actor);
        Name.Kind sort = actor.isEmpty() ? Name.Kind.OTHER : Name.Kind.ORGANISATION;
        return new Name(actor, sort, kind.equals("ARMED") ? "REBELS" : NO_ROLE, name, ambiguous, null, null);
    }

    private void leaders(Table table) {
        for (Table.Row row : table.rows()) {
            String name = row.required("name");
            add(name, leader(row, name, false));
            row.list("names").forEach(form -> add(form, leader(row, name, false)));
            row.list("titled").forEach(form -> add(form, leader(row, name, true)));
        }
    }

    private Name leader(Table.Row row, String name, boolean titled) {
        String code = row.required("code");
        String actor = organisations.get(code);
        return new Name(
                actor == null ? known(row, "code", code) : actor,
                Name.Kind.LEADER,
                row.required("role"),
                name,
                titled,
                day(row, "from", false),
                day(row, "to", true));
    }

    private String known(Table.Row row, String column, String code) {
        if (!codes.contains(code)) {
            throw row.error(column, "'" + code + "' is no state of states.tsv");
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
            throw row.error(column, "'" + cell + "' is no date: write 2023-12-26, 2023-12 or 2023");
        }
    }
}
