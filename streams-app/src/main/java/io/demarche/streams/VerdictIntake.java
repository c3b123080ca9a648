package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.Verdicts;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.state.DyadVerdicts;
import io.demarche.tension.verdicts.Corrections;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What analysts say, taken in verdict by verdict: of those on one act the latest counts, in whatever order they come. What a
 * verdict says instead of the act goes to the mentions, and takes back what an earlier one said.
 */
final class VerdictIntake {
    private final DyadVerdicts known;
    private final Corrections corrections;
    private final int maxRecordBytes;

    /**
     * @param maxRecordBytes a verdict larger than this is refused
     */
    VerdictIntake(DyadVerdicts known, Corrections corrections, int maxRecordBytes) {
        this.known = known;
        this.corrections = corrections;
        this.maxRecordBytes = maxRecordBytes;
    }

    /**
     * What came of a verdict.
     *
     * @param counts whether it counts; otherwise it was known already, or a later one had come
     * @param instead the mentions to send: what it says instead of the act, and what is said no more
     */
    record Taken(Dyad dyad, LocalDate eventDate, boolean counts, List<EventMention> instead) {}

    /** Takes a verdict in; one that cannot be taken leaves no trace. */
    Taken take(AnalystVerdict verdict, @Nullable String key) {
        Inputs.requireKey(key, verdict.getDyad());
        Verdicts.fault(verdict).ifPresent(fault -> {
            throw new BadRecordException("the verdict cannot be taken: " + fault);
        });
        Dyad dyad = Dyad.parse(verdict.getDyad());
        AnalystVerdict stored = known.stored(dyad, verdict);
        if (stored != null && Verdicts.BY_TIME.compare(verdict, stored) <= 0) {
            List<EventMention> instead = verdict.equals(stored) ? List.of() : corrections.change(verdict, stored);
            return new Taken(dyad, verdict.getEventDate(), false, instead);
        }
        byte[] encoded = Inputs.encoded("verdict", maxRecordBytes, () -> known.encode(verdict));
        List<EventMention> instead = corrections.change(stored, verdict);
        known.put(dyad, verdict, encoded);
        return new Taken(dyad, verdict.getEventDate(), true, instead);
    }
}
