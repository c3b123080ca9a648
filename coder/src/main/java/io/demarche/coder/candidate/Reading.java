package io.demarche.coder.candidate;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NameMentions;
import io.demarche.coder.date.DatedPhrase;
import io.demarche.coder.factuality.StanceReader;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the stages have found in one sentence so far.
 *
 * @param memory what is known of the article
 * @param sentence where it stands in the body
 * @param tree its tokens and their tree
 * @param names the known names in it
 * @param actors whom its phrases stand for
 * @param stances what governs a token of it
 * @param candidates the triggers, from left to right
 * @param dates the phrases that say when, from left to right; empty until the stage of dates
 */
public record Reading(
        ArticleMemory memory,
        Sentence sentence,
        ParsedSentence tree,
        NameMentions names,
        ActorFinder actors,
        StanceReader stances,
        List<Candidate> candidates,
        List<DatedPhrase> dates) {

    public Reading withCandidates(List<Candidate> others) {
        return new Reading(memory, sentence, tree, names, actors, stances, List.copyOf(others), dates);
    }

    public Reading withDates(List<DatedPhrase> others) {
        return new Reading(memory, sentence, tree, names, actors, stances, candidates, List.copyOf(others));
    }

    /** The same with each candidate that has not been taken out one step further. */
    public Reading mapLive(UnaryOperator<Candidate> step) {
        return withCandidates(
                candidates.stream().map(each -> each.unlessDropped(step)).toList());
    }
}
