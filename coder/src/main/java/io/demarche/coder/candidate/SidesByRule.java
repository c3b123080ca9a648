package io.demarche.coder.candidate;

import io.demarche.coder.act.RuleSides;
import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Lexicon;
import java.util.Optional;

/**
 * Who acts toward whom, by the places that the trigger's rule names, by who speaks, and by what the sentences before told: the
 * choice of sides by rules.
 */
public final class SidesByRule {
    private final Lexicon lexicon;
    private final NounReader nouns;

    public SidesByRule(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.nouns = new NounReader(lexicon.nouns());
    }

    /** The sentence with the sides of each candidate, as far as they were found; those taken out that have no source. */
    public Reading apply(Reading reading) {
        RuleSides rules = new RuleSides(reading.tree(), reading.actors(), nouns, lexicon.acts());
        Ellipsis ellipsis = new Ellipsis(reading);
        return reading.mapLive(each -> sides(each, reading, rules, ellipsis));
    }

    private static Candidate sides(Candidate candidate, Reading reading, RuleSides rules, Ellipsis ellipsis) {
        Trigger trigger = candidate.trigger();
        Speakers speakers = Speakers.of(reading, candidate.factuality());
        Sides sides = speakers.acting(trigger, rules.of(trigger));
        if (candidate.factuality().obligation() != null) {
            Optional<Sides> demanded = speakers.demanding(sides);
            if (demanded.isEmpty()) {
                return candidate.dropped(DropReason.OBLIGATION.drop());
            }
            sides = demanded.get();
        }
        sides = ellipsis.complete(trigger, sides);
        return sides.sources().isEmpty()
                ? candidate.with(sides).dropped(DropReason.NO_SOURCE.drop())
                : candidate.with(speakers.suffering(trigger, sides, new PrivatePersons(reading.tree())));
    }
}
