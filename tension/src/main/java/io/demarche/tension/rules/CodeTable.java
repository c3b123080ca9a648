package io.demarche.tension.rules;

import io.demarche.avro.EventType;
import java.util.HashMap;
import java.util.Map;

/**
 * The codes of CAMEO: their Goldstein weight and the kind of act that each stands for.
 *
 * <p>Source of the weights: J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict
 * Resolution 36 (1992), carried over to CAMEO's codes.
 */
public final class CodeTable {
    private static final String RESOURCE = "goldstein.tsv";
    private static final int WEIGHT_BOUND = 100;
    private static final Entry NONE = new Entry(0, EventType.UNKNOWN);

    private final Map<String, Entry> entries;

    private record Entry(int goldstein, EventType eventType) {}

    private CodeTable(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** The table that comes with the program. */
    public static CodeTable bundled() {
        return of(ResourceTable.load(RESOURCE));
    }

    static CodeTable of(ResourceTable table) {
        Map<String, Entry> entries = new HashMap<>();
        for (ResourceTable.Row row : table.rows()) {
            String code = row.required("code");
            if (!code.matches("\\d{2,4}")) {
                throw row.wrong("'" + code + "' is no CAMEO code of two to four digits");
            }
            Entry entry = new Entry(
                    row.integer("goldstein", -WEIGHT_BOUND, WEIGHT_BOUND), row.symbol("eventType", EventType.class));
            if (entries.put(code, entry) != null) {
                throw row.wrong("code " + code + " stands in the table twice");
            }
        }
        return new CodeTable(Map.copyOf(entries));
    }

    /** Whether the code, or a parent of it, is known. */
    public boolean knows(String code) {
        return find(code) != NONE;
    }

    /** Goldstein weight in tenths, -100 to 100; that of the nearest parent for an unknown code, 0 without any. */
    public int goldstein(String code) {
        return find(code).goldstein();
    }

    /** The kind of act that the code stands for by itself; {@code UNKNOWN} where neither it nor a parent is known. */
    public EventType eventType(String code) {
        return find(code).eventType();
    }

    private Entry find(String code) {
        for (int length = Math.min(code.length(), 4); length >= 2; length--) {
            Entry entry = entries.get(code.substring(0, length));
            if (entry != null) {
                return entry;
            }
        }
        return NONE;
    }
}
