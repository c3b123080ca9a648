package io.demarche.coder;

import io.demarche.avro.EventType;
import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
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
    /** CAMEO's code for a denial; other rejections are of proposals, whoever made them. */
    private static final String DENIAL = "016";

    private final SentenceAnalysis analysis;
    private final Counterparts counterparts;

    Ellipsis(SentenceAnalysis analysis, Counterparts counterparts) {
        this.analysis = analysis;
        this.counterparts = counterparts;
    }

    /** The match with the side that it lacks, where the context tells it. */
    Match complete(Match match) {
        ActRule rule = match.rule();
        boolean betweenTwo = BETWEEN_TWO.contains(rule.type()) || rule.cameo().equals(DENIAL);
        if (!betweenTwo || match.isComplete()) {
            return match;
        }
        if (match.targets().isEmpty() && match.sources().size() == 1) {
            return other(match.sources().get(0), rule.cameo().equals(DENIAL))
                    .map(party -> match.withTargets(List.of(party)))
                    .orElse(match);
        }
        if (match.sources().isEmpty() && match.targets().size() == 1) {
            Party target = match.targets().get(0);
            boolean passive = !match.noun() && Clauses.isPassive(analysis.tree(), match.token());
            return other(target, rule.cameo().equals(DENIAL))
                    .or(() -> passive ? analysis.actors().lastActing(target.code()) : Optional.empty())
                    .map(party -> match.withSources(List.of(party.withBasis(Party.Basis.CONTEXT))))
                    .orElse(match);
        }
        return match;
    }

    /** The other side of the quarrel, unless the sentence names a third that might be meant. */
    private Optional<Party> other(Party known, boolean denies) {
        return counterparts
                .of(known.code(), denies)
                .map(party -> party.withBasis(Party.Basis.CONTEXT))
                .filter(party -> analysis.spots().all().stream()
                        .map(spot -> spot.name().code())
                        .allMatch(code -> code.equals(known.code()) || code.equals(party.code())));
    }
}
