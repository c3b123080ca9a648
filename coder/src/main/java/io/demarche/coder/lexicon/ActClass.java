package io.demarche.coder.lexicon;

import io.demarche.schemas.DemarcheException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What acts of some CAMEO codes have in common; {@code act-classes.tsv} has the codes and says what each class means. */
public enum ActClass {
    FORCE,
    VIOLENT,
    CONFLICT,
    DIPLOMACY,
    CONSULTATION,
    CONTACT,
    AGREEMENT,
    TRADE,
    AID,
    ARMS,
    INTELLIGENCE,
    PROTEST,
    DENIAL,
    REDUCED_RELATIONS,
    COERCION,
    EXPULSION,
    COMMENT,
    APPEAL,
    REFUSAL,
    COMING,
    BY_ANYBODY,
    BETWEEN_STATES,
    MUTUAL,
    ONE_SIDED,
    LOCAL,
    ANYWHERE,
    LOOSE,
    WORDS,
    PLANS,
    JUDGING,
    CALLING,
    VERBAL,
    OPEN,
    HARM,
    MISDEED;

    private static final String FILE = "act-classes.tsv";
    private static final List<String> COLUMNS = List.of("class", "codes", "meaning");
    private static final String EXACTLY = "=";

    /** Reads the table when it is asked for the first time. */
    private static final class Bundled {
        static final Map<ActClass, Codes> CODES = parse(Table.resource(FILE, COLUMNS));
    }

    /** The codes of a class: some with all codes below them, some alone. */
    private record Codes(List<String> prefixes, List<String> alone) {
        boolean has(String code) {
            for (String prefix : prefixes) {
                if (code.startsWith(prefix)) {
                    return true;
                }
            }
            return alone.contains(code);
        }
    }

    /** Whether acts of the code are of this class. */
    public boolean has(String code) {
        return Bundled.CODES.get(this).has(code);
    }

    /**
     * Reads the bundled table, so that an error in it is told when the lexicon loads.
     *
     * @throws DemarcheException naming file, line and column, where it is not as it must be
     */
    static void load(Cameo cameo) {
        check(Table.resource(FILE, COLUMNS), cameo);
    }

    static void check(Table table, Cameo cameo) {
        parse(table);
        for (Table.Row row : table.rows()) {
            for (String code : row.list("codes")) {
                if (!cameo.has(code.startsWith(EXACTLY) ? code.substring(1) : code)) {
                    throw row.error("codes", "'" + code + "' is no CAMEO code");
                }
            }
        }
    }

    private static Map<ActClass, Codes> parse(Table table) {
        Map<ActClass, Codes> classes = new EnumMap<>(ActClass.class);
        for (Table.Row row : table.rows()) {
            ActClass actClass = row.constant("class", ActClass.class);
            row.required("codes");
            row.required("meaning");
            List<String> prefixes = new ArrayList<>();
            List<String> alone = new ArrayList<>();
            for (String code : row.list("codes")) {
                if (code.startsWith(EXACTLY)) {
                    alone.add(code.substring(1));
                } else {
                    prefixes.add(code);
                }
            }
            if (classes.put(actClass, new Codes(List.copyOf(prefixes), List.copyOf(alone))) != null) {
                throw row.error("class", actClass + " stands here a second time");
            }
        }
        for (ActClass actClass : values()) {
            if (!classes.containsKey(actClass)) {
                throw new DemarcheException(table.name() + ": no row for " + actClass);
            }
        }
        return classes;
    }
}
