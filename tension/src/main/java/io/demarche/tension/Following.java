package io.demarche.tension;

import io.demarche.avro.EventMention;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** One pair of states, followed mention by mention: what holds, kept up to date. Not thread-safe. */
public interface Following {
    /**
     * Takes a mention in, in the place of an earlier version of it.
     *
     * @return the mention that no longer counts because an act has more reports than count, perhaps this one
     */
    Optional<EventMention> take(EventMention mention);

    /** Whether the version of a mention that was taken in last withdraws it. */
    boolean isWithdrawn(String mentionId);

    /** The verdicts in whose light the pair is followed. */
    Judgements judgements();

    /** What holds as of a day, and which events may have changed since it was last asked. */
    Findings asOf(LocalDate day);

    /**
     * What holds.
     *
     * @param holds the reading; of events and alerts only those that may have changed, among them every alert that is open
     * @param gone ids of events that no longer hold, or lie before what is kept
     * @param goneAlerts ids of alerts that no longer hold, or lie before what is kept
     */
    record Findings(Assessment holds, Set<String> gone, Set<String> goneAlerts) {
        public Findings {
            gone = Set.copyOf(gone);
            goneAlerts = Set.copyOf(goneAlerts);
        }
    }
}
