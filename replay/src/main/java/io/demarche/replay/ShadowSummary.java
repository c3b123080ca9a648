package io.demarche.replay;

import java.util.List;

/**
 * What a shadow run found.
 *
 * @param articles articles that were coded anew
 * @param late mentions of acts from before what is kept, which were refused
 * @param events events that stand in the shadow's topics and were compared
 * @param alerts alerts that stand there and were compared
 * @param skipped records of the compared topics that could not be read; each is named in the log
 * @param differences what is otherwise in the live topics, events first
 */
public record ShadowSummary(
        long articles, long late, int events, int alerts, long skipped, List<Difference> differences) {
    public ShadowSummary {
        differences = List.copyOf(differences);
    }

    /** One line for a person. */
    public String line() {
        return "articles " + articles + (late == 0 ? "" : ", late mentions left out " + late) + ", events " + events
                + ", alerts " + alerts
                + (skipped == 0 ? "" : ", unreadable and left out " + skipped) + ": "
                + (differences.isEmpty()
                        ? "no difference"
                        : count(Difference.Kind.VANISHED) + " vanished, " + count(Difference.Kind.NEW) + " new, "
                                + count(Difference.Kind.CHANGED) + " changed");
    }

    private long count(Difference.Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }
}
