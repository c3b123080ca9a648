package io.demarche.coder;

import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.attribute.Attribution;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.context.Standing;
import io.demarche.coder.lexicon.Stance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever tells of an act, where that makes them a side of it.
 *
 * @param analysis the sentence
 * @param standing what stands around the act
 * @param parties who tells of it; empty where nobody is named
 */
record Speakers(SentenceAnalysis analysis, Standing standing, List<Party> parties) {
    /** Roots of what nobody does rightly in the eyes of whoever speaks of it: threats, shows of force, coercion, violence. */
    static final Set<String> MISDEEDS = Set.of("13", "15", "17", "18", "19", "20");

    /** Roots of deeds that nobody does by speaking of them: "before the war in Chad, the bank said". */
    private static final Set<String> WAR = Set.of("18", "19", "20");

    /** Who tells of what others did without being a side. */
    private static final Set<String> WITNESSES = Set.of("UN", "NGO", "IGO");

    static Speakers of(SentenceAnalysis analysis, Standing standing) {
        int speaker = Attribution.speaker(analysis.tree(), standing);
        return new Speakers(
                analysis, standing, speaker < 0 ? List.of() : analysis.actors().find(speaker));
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
    Match acting(Match match) {
        if (!match.sources().isEmpty() || isNobody()) {
            return match;
        }
        if (match.rule().isBySpeaker()) {
            return match.withSources(parties);
        }
        int subject = match.subject();
        boolean war = match.noun() && WAR.contains(match.rule().root());
        boolean open = subject < 0
                ? !war && !Clauses.isPassive(analysis.tree(), match.token())
                : Words.isPronoun(analysis.tree(), subject);
        return open ? match.withSources(inferred(parties)) : match;
    }

    /** "Paris said Baku must release him": a demand by the speaker upon whoever must act. */
    Optional<Match> demanding(Match match) {
        return isNobody() || match.sources().isEmpty()
                ? Optional.empty()
                : Optional.of(match.withTargets(match.sources()).withSources(parties));
    }

    /** "Oslo said Russian ships had fired on a village": whoever tells of violence without a victim suffered it. */
    Match suffering(Match match, Privacy privacy) {
        boolean named = match.subject() >= 0 && Clauses.isPassive(analysis.tree(), match.token());
        if (named || !isAboutMisdeed(match)) {
            return match;
        }
        List<Party> victims = parties.stream()
                .filter(speaker -> !privacy.isPrivate(speaker)
                        && !WITNESSES.contains(speaker.code())
                        && match.sources().stream()
                                .noneMatch(party -> party.code().equals(speaker.code())))
                .toList();
        return victims.isEmpty() || namesAThird(match, victims) ? match : match.withTargets(inferred(victims));
    }

    /** Whether the sentence names somebody else, who may be meant. */
    private boolean namesAThird(Match match, List<Party> victims) {
        return analysis.spots().all().stream()
                .filter(spot -> spot.name().isActor())
                .map(spot -> spot.name().code())
                .anyMatch(code -> match.sources().stream()
                                .noneMatch(party -> party.code().equals(code))
                        && victims.stream().noneMatch(party -> party.code().equals(code)));
    }

    /** Whether they tell of a misdeed, and of nobody who suffered it. */
    boolean isAboutMisdeed(Match match) {
        return !match.noun()
                && standing.shifts().isEmpty()
                && !standing.steps().isEmpty()
                && standing.steps().get(0).stance() == Stance.SAY
                && match.targets().isEmpty()
                && MISDEEDS.contains(match.rule().root());
    }

    private static List<Party> inferred(List<Party> parties) {
        return parties.stream()
                .map(party -> party.withBasis(Party.Basis.INFERRED))
                .toList();
    }
}
