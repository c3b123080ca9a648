package io.demarche.coder.candidate;

import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.attribute.Attribution;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.WordClasses;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever tells of an act, where that makes them a side of it.
 *
 * @param reading the sentence
 * @param factuality what stands around the act
 * @param parties who tells of it; empty where nobody is named
 */
record Speakers(Reading reading, Factuality factuality, List<Party> parties) {
    /** Who tells of what others did without being a side. */
    private static final Set<String> WITNESSES = WordClasses.set("witness-codes");

    static Speakers of(Reading reading, Factuality factuality) {
        int speaker = Attribution.speaker(reading.tree(), factuality);
        return new Speakers(
                reading, factuality, speaker < 0 ? List.of() : reading.actors().find(speaker));
    }

    /** Who tells of the candidate; of an act of words whoever acts. */
    static Speakers telling(Candidate candidate, Reading reading) {
        return candidate.trigger().rule().isBySpeaker()
                ? new Speakers(
                        reading, candidate.factuality(), candidate.sides().sources())
                : of(reading, candidate.factuality());
    }

    boolean isNobody() {
        return parties.isEmpty();
    }

    boolean are(Party party) {
        return parties.stream().anyMatch(speaker -> speaker.code().equals(party.code()));
    }

    /** Those who tell without being a side. */
    List<Party> witnesses() {
        return parties.stream()
                .filter(speaker -> WITNESSES.contains(speaker.code()))
                .toList();
    }

    /** Where nobody was found to act and the clause has no subject, or "we", whoever speaks acts. */
    Sides acting(Trigger trigger, Sides sides) {
        if (!sides.sources().isEmpty() || isNobody()) {
            return sides;
        }
        if (trigger.rule().isBySpeaker()) {
            return sides.withSources(parties);
        }
        int subject = trigger.subject();
        boolean war = trigger.noun() && trigger.rule().is(ActClass.FORCE);
        boolean open = subject < 0
                ? !war && !Clauses.isPassive(reading.tree(), trigger.token())
                : Words.isPronoun(reading.tree(), subject);
        return open ? sides.withSources(inferred(parties)) : sides;
    }

    /** "Paris said Baku must release him": a demand by the speaker upon whoever must act. */
    Optional<Sides> demanding(Sides sides) {
        return isNobody() || sides.sources().isEmpty()
                ? Optional.empty()
                : Optional.of(sides.withTargets(sides.sources()).withSources(parties));
    }

    /** "Oslo said Russian ships had fired on a village": whoever tells of violence without a victim suffered it. */
    Sides suffering(Trigger trigger, Sides sides, PrivatePersons persons) {
        boolean named = trigger.subject() >= 0 && Clauses.isPassive(reading.tree(), trigger.token());
        if (named || !isAboutMisdeed(trigger, sides)) {
            return sides;
        }
        List<Party> victims = parties.stream()
                .filter(speaker -> !persons.isPrivate(speaker)
                        && !WITNESSES.contains(speaker.code())
                        && sides.sources().stream()
                                .noneMatch(party -> party.code().equals(speaker.code())))
                .toList();
        return victims.isEmpty() || namesAThird(sides, victims) ? sides : sides.withTargets(inferred(victims));
    }

    /** Whether the sentence names somebody else, who may be meant. */
    private boolean namesAThird(Sides sides, List<Party> victims) {
        return reading.names().all().stream()
                .filter(mention -> mention.name().isActor())
                .map(mention -> mention.name().code())
                .anyMatch(code -> sides.sources().stream()
                                .noneMatch(party -> party.code().equals(code))
                        && victims.stream().noneMatch(party -> party.code().equals(code)));
    }

    /** Whether they tell of a misdeed, and of nobody who suffered it. */
    boolean isAboutMisdeed(Trigger trigger, Sides sides) {
        return !trigger.noun()
                && factuality.shifts().isEmpty()
                && !factuality.steps().isEmpty()
                && factuality.steps().get(0).stance() == Stance.SAY
                && sides.targets().isEmpty()
                && trigger.rule().is(ActClass.MISDEED);
    }

    private static List<Party> inferred(List<Party> parties) {
        return parties.stream()
                .map(party -> party.withBasis(Party.Basis.INFERRED))
                .toList();
    }
}
