package io.demarche.coder.candidate;

import io.demarche.coder.date.DateChooser;
import io.demarche.coder.date.Dating;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the date of each act, once, and what it makes of the act: history, or still to come. */
public final class DatingRules {
    private final Lexicon lexicon;

    public DatingRules(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The sentence, whose dates are known, with the date of each act. */
    public Reading apply(Reading reading) {
        UpcomingActs upcoming = new UpcomingActs(reading);
        return reading.mapLive(
                each -> withoutHistory(dated(each, reading), reading).unlessDropped(left -> announced(left, upcoming)));
    }

    private static Candidate dated(Candidate candidate, Reading reading) {
        Dating dating = DateChooser.choose(
                reading.tree(),
                candidate.trigger().token(),
                candidate.factuality(),
                reading.dates(),
                reading.memory().timeline());
        return candidate.withActs(
                candidate.acts().stream().map(act -> act.on(dating)).toList());
    }

    private static Candidate withoutHistory(Candidate candidate, Reading reading) {
        List<Act> kept = candidate.acts().stream()
                .filter(act -> !OutOfOffice.has(act, candidate.trigger().token(), reading.tree()))
                .toList();
        return kept.isEmpty() ? candidate.dropped(DropReason.OUT_OF_OFFICE.drop()) : candidate.withActs(kept);
    }

    private Candidate announced(Candidate candidate, UpcomingActs upcoming) {
        List<Act> told = new ArrayList<>();
        for (Act act : candidate.acts()) {
            (upcoming.has(act, candidate) ? announced(act) : Optional.of(act)).ifPresent(told::add);
        }
        return told.isEmpty() ? candidate.dropped(DropReason.STILL_TO_COME.drop()) : candidate.withActs(told);
    }

    private Optional<Act> announced(Act act) {
        return lexicon.shifts()
                .shift(act.cameo(), Stance.INTEND)
                .map(code -> act.announced(lexicon.cameo().type(code), code));
    }
}
