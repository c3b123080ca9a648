package io.demarche.coder.evidence;

import io.demarche.avro.EventType;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of acts that the corpus tells apart, read from {@code act-types.tsv}. Class 0 of the models means no act. */
public final class ActTypes {
    private static final String FILE = "act-types.tsv";
    private static final List<String> COLUMNS = List.of("label", "eventType", "cameo");
    private static final String APPEAL_ROOT = "02";
    private static final String CONSULT_ROOT = "04";
    private static final String STATED = "STATED";

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Integer> byLabel = new HashMap<>();

    /**
     * A kind of act.
     *
     * @param label as labels name it
     * @param type the event type of its mentions
     * @param cameo the CAMEO code where nothing says it closer
     */
    public record Kind(String label, EventType type, String cameo) {
        private static final String FIRST_DEED = "15";

        /** Whether it is done, not said: CAMEO 15 to 20. */
        public boolean isDeedOfConflict() {
            return cameo.compareTo(FIRST_DEED) >= 0;
        }
    }

    private ActTypes(Table table) {
        kinds.add(new Kind("NONE", EventType.UNKNOWN, ""));
        byLabel.put("NONE", 0);
        for (Table.Row row : table.rows()) {
            Kind kind =
                    new Kind(row.required("label"), row.constant("eventType", EventType.class), row.required("cameo"));
            if (byLabel.put(kind.label(), kinds.size()) != null) {
                throw row.error("label", "there is another kind '" + kind.label() + "'");
            }
            kinds.add(kind);
        }
    }

    /**
     * Reads the bundled table.
     *
     * @throws io.demarche.schemas.DemarcheException naming file and line, where it is not as it must be
     */
    public static ActTypes load() {
        return parse(Resources.text(FILE));
    }

    static ActTypes parse(String text) {
        return new ActTypes(Table.parse(FILE, text, COLUMNS));
    }

    /** How many classes, no act among them. */
    public int size() {
        return kinds.size();
    }

    public Kind get(int index) {
        return kinds.get(index);
    }

    /** The class of a label; -1 where there is none. */
    public int of(String label) {
        return byLabel.getOrDefault(label, -1);
    }

    /** The first kind whose mentions carry this event type. */
    public Kind of(EventType type) {
        return kinds.stream().filter(kind -> kind.type() == type).findFirst().orElseThrow();
    }

    /** The class that a rule of the lexicon codes. */
    public int of(ActRule rule) {
        return of(
                switch (rule.type()) {
                    case STATEMENT ->
                        rule.root().equals(APPEAL_ROOT)
                                ? "APPEALED"
                                : rule.root().equals(CONSULT_ROOT) ? "MET" : STATED;
                    case COOPERATION -> "COOPERATED";
                    case COERCION, UNKNOWN -> STATED;
                    default -> rule.type().name();
                });
    }
}
