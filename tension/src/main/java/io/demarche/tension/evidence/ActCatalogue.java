package io.demarche.tension.evidence;

import io.demarche.avro.EventType;
import io.demarche.schemas.DemarcheException;
import io.demarche.tension.rules.ResourceTable;
import java.util.EnumMap;
import java.util.Map;

/** What each kind of act means for the ladder and for reciprocity, and how a headline says it. */
public final class ActCatalogue {
    public static final int STRAINED = 1;
    public static final int COERCIVE = 3;
    public static final int RETALIATION = 4;
    public static final int RUPTURE = 5;
    public static final int FORCE = 6;
    private static final String RESOURCE = "acts.tsv";

    private final Map<EventType, Act> acts;

    /**
     * One kind of act; columns as acts.tsv explains them.
     *
     * @param level step of the ladder that it reaches by itself
     * @param linkClass class for reciprocity, empty for none
     * @param cameo the code for an act of which only the kind is known
     * @param rowConfidence how sure one row without text is that it took place
     */
    public record Act(
            EventType type,
            String cameo,
            int level,
            String linkClass,
            boolean nearby,
            double linkConfidence,
            double rowConfidence,
            String verb,
            String base,
            String noun,
            String counted) {

        boolean links() {
            return !linkClass.isEmpty();
        }

        public boolean coercive() {
            return level >= COERCIVE && level < FORCE;
        }
    }

    private ActCatalogue(Map<EventType, Act> acts) {
        this.acts = acts;
    }

    public static ActCatalogue bundled() {
        return of(ResourceTable.load(RESOURCE));
    }

    public static ActCatalogue of(ResourceTable table) {
        Map<EventType, Act> acts = new EnumMap<>(EventType.class);
        for (ResourceTable.Row row : table.rows()) {
            EventType type = row.symbol("type", EventType.class);
            String nearby = row.required("nearby");
            if (!nearby.equals("yes") && !nearby.equals("no")) {
                throw row.wrong("column 'nearby' is '" + nearby + "', neither yes nor no");
            }
            Act act = new Act(
                    type,
                    row.required("cameo"),
                    row.integer("level", 0, FORCE),
                    row.text("class"),
                    nearby.equals("yes"),
                    row.fraction("linkConfidence"),
                    row.fraction("rowConfidence"),
                    row.required("verb"),
                    row.required("base"),
                    row.required("noun"),
                    row.text("counted"));
            if (acts.put(type, act) != null) {
                throw row.wrong(type + " stands in the table twice");
            }
        }
        for (EventType type : EventType.values()) {
            if (!acts.containsKey(type)) {
                throw new DemarcheException(table.name() + ": there is no row for " + type);
            }
        }
        return new ActCatalogue(acts);
    }

    public Act of(EventType type) {
        Act act = acts.get(type);
        if (act == null) {
            throw new IllegalStateException("the catalogue was loaded with a row for every type, but not for " + type);
        }
        return act;
    }
}
