package io.demarche.tension;

import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.Collection;

/** Follows one pair of states: what happened, how tense it is, which alerts stand. Implementations are pure functions. */
@FunctionalInterface
public interface Assessor {
    /**
     * Assesses one dyad.
     *
     * @param dyad the pair
     * @param mentions all that is known of it, in any order, with or without duplicates and superseded versions
     * @param asOf the day up to which to assess
     */
    Assessment assess(Dyad dyad, Collection<EventMention> mentions, LocalDate asOf);

    /**
     * Assesses one dyad in the light of what analysts say. An assessor that takes no verdicts leaves them out.
     *
     * @param judgements the verdicts on acts of the dyad; corrections, which can be of another dyad's acts, are among the mentions
     */
    default Assessment assess(Dyad dyad, Collection<EventMention> mentions, Judgements judgements, LocalDate asOf) {
        return assess(dyad, mentions, asOf);
    }

    /** Begins to follow a pair of whose acts nobody has judged any. */
    default Following follow(Dyad dyad) {
        return follow(dyad, Judgements.NONE);
    }

    /** Begins to follow a pair: what {@link #assess} gives for all that was taken in, in as little time as can be. */
    default Following follow(Dyad dyad, Judgements judgements) {
        return new WholeSet(this, dyad, judgements);
    }
}
