package io.demarche.coder.candidate;

import static io.demarche.coder.candidate.FactualityFilters.when;

import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Talks;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;
import java.util.Set;

/** Takes out candidates whose sides are such as do not act for a state, or not toward one. */
final class SideFilters {
    private SideFilters() {}

    static Filters list() {
        return new Filters(List.of(
                (candidate, reading) -> when(isInPassing(candidate, reading.tree()), DropReason.IN_PASSING),
                (candidate, reading) -> when(isPlace(candidate.sides()), DropReason.PLACE),
                (candidate, reading) -> when(isPrivate(candidate, reading), DropReason.PRIVATE),
                (candidate, reading) -> when(isToPress(candidate), DropReason.PRESS),
                (candidate, reading) -> when(isSaidBySome(candidate, reading), DropReason.SAID_BY_SOME)));
    }

    private static boolean isInPassing(Candidate candidate, ParsedSentence s) {
        Trigger trigger = candidate.trigger();
        return candidate.factuality().background()
                && trigger.noun()
                && !trigger.rule().isBySpeaker()
                && !Talks.isHeldByTeller(s, trigger.rule(), trigger.token())
                && candidate.sides().sources().stream()
                        .noneMatch(party -> s.subtree(trigger.token()).contains(party.token()));
    }

    private static boolean isPlace(Sides sides) {
        return sides.sources().stream()
                .allMatch(party ->
                        party.basis() == Party.Basis.PLACE && party.role().isEmpty());
    }

    private static boolean isPrivate(Candidate candidate, Reading reading) {
        return new PrivatePersons(reading.tree()).isPrivate(candidate.trigger().rule(), candidate.sides());
    }

    private static boolean isToPress(Candidate candidate) {
        return candidate.trigger().rule().is(ActClass.CONTACT)
                && candidate.sides().targets().stream()
                        .allMatch(party -> party.role().equals("MEDIA"));
    }

    private static boolean isSaidBySome(Candidate candidate, Reading reading) {
        if (!candidate.trigger().rule().is(ActClass.MISDEED)
                || candidate.trigger().rule().isBySpeaker()) {
            return false;
        }
        Speakers speakers = Speakers.of(reading, candidate.factuality());
        PrivatePersons persons = new PrivatePersons(reading.tree());
        return !speakers.isNobody() && speakers.parties().stream().allMatch(persons::areSome);
    }
}
