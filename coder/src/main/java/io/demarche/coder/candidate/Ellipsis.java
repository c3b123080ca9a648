package io.demarche.coder.candidate;

import io.demarche.avro.EventType;
import io.demarche.coder.act.Sides;
import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Supplies the side that a sentence leaves out because the sentences before have named it: of acts that are done between
 * two states alone, such as a recall, a summons, the rejection of a charge.
 */
final class Ellipsis {
    private static final Set<EventType> BETWEEN_TWO = EnumSet.of(
            EventType.DIPLOMATS_EXPELLED,
            EventType.AMBASSADOR_RECALLED,
            EventType.AMBASSADOR_SUMMONED,
            EventType.MISSION_CLOSED,
            EventType.RELATIONS_SEVERED,
            EventType.PROTEST_LODGED,
            EventType.APOLOGISED);
    private final Reading reading;

    Ellipsis(Reading reading) {
        this.reading = reading;
    }

    /** The sides with the one that they lack, where the context tells it. */
    Sides complete(Trigger trigger, Sides sides) {
        ActRule rule = trigger.rule();
        boolean betweenTwo = BETWEEN_TWO.contains(rule.type()) || rule.is(ActClass.DENIAL);
        if (!betweenTwo || sides.isComplete()) {
            return sides;
        }
        if (sides.targets().isEmpty() && sides.sources().size() == 1) {
            return other(sides.sources().get(0), rule.is(ActClass.DENIAL))
                    .map(party -> sides.withTargets(List.of(party)))
                    .orElse(sides);
        }
        if (sides.sources().isEmpty() && sides.targets().size() == 1) {
            Party target = sides.targets().get(0);
            boolean passive = !trigger.noun() && Clauses.isPassive(reading.tree(), trigger.token());
            return other(target, rule.is(ActClass.DENIAL))
                    .or(() -> passive ? reading.actors().lastActing(target.code()) : Optional.empty())
                    .map(party -> sides.withSources(List.of(party.withBasis(Party.Basis.CONTEXT))))
                    .orElse(sides);
        }
        return sides;
    }

    /** The other side of the quarrel, unless the sentence names a third that might be meant. */
    private Optional<Party> other(Party known, boolean denies) {
        return reading.memory()
                .counterparts()
                .of(known.code(), denies)
                .map(party -> party.withBasis(Party.Basis.CONTEXT))
                .filter(party -> reading.names().all().stream()
                        .map(mention -> mention.name().code())
                        .allMatch(code -> code.equals(known.code()) || code.equals(party.code())));
    }
}
