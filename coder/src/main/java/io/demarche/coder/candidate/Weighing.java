package io.demarche.coder.candidate;

import io.demarche.coder.actor.NameMention;
import io.demarche.coder.actor.Party;
import io.demarche.coder.attribute.Confidence;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Factors;
import io.demarche.coder.lexicon.Name;
import java.util.List;
import java.util.Locale;

/** Weighs what speaks for each act, and leaves out those for which too little does. */
public final class Weighing {
    private final Confidence confidence;

    public Weighing(Factors factors) {
        this.confidence = new Confidence(factors);
    }

    /** The sentence with the evidence of each act; remembers the acts for the sentences that follow. */
    public Reading apply(Reading reading) {
        long names = names(reading);
        Reading weighed = reading.mapLive(each -> weighed(each, reading, names));
        weighed.candidates()
                .forEach(candidate -> candidate.acts().forEach(reading.memory().counterparts()::told));
        return weighed;
    }

    private Candidate weighed(Candidate candidate, Reading reading, long names) {
        ActRule rule = candidate.trigger().rule();
        List<Act> acts = candidate.acts().stream()
                .map(act -> act.withEvidence(evidence(candidate, act, reading, names)))
                .toList();
        List<Act> kept = acts.stream()
                .filter(act -> !confidence.isTooLittle(rule, act.evidence()))
                .toList();
        return kept.isEmpty()
                ? candidate.dropped(DropReason.TOO_LITTLE_EVIDENCE.at(
                        String.format(Locale.ROOT, "%.2f", acts.get(0).evidence())))
                : candidate.withActs(kept);
    }

    /** The evidence for an act seen from the other side is that for the act as the sentence tells it. */
    private double evidence(Candidate candidate, Act act, Reading reading, long names) {
        Party source = act.mirrored() ? act.target() : act.source();
        Party target = act.mirrored() ? act.source() : act.target();
        return confidence.evidence(
                reading.tree(), candidate.trigger(), source, target, candidate.factuality(), act.hearsay(), names);
    }

    /** How many states and organisations the sentence names. */
    private static long names(Reading reading) {
        return reading.names().all().stream()
                .map(NameMention::name)
                .filter(Name::isActor)
                .map(Name::code)
                .distinct()
                .count();
    }
}
