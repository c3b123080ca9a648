package io.demarche.coder;

import io.demarche.coder.act.Match;
import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.Spots;
import io.demarche.coder.context.StanceReader;
import io.demarche.coder.context.Standing;
import io.demarche.coder.date.DatedPhrase;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;

/**
 * What the stages found in one sentence.
 *
 * @param sentence where it stands in the body
 * @param tree its tokens and their tree
 * @param spots the names in it
 * @param actors who its phrases stand for
 * @param stances what governs a token of it
 * @param matches the rules that fitted
 * @param standings what stands around each match, in the same order
 * @param dates the phrases that say when
 */
record SentenceAnalysis(
        Sentence sentence,
        ParsedSentence tree,
        Spots spots,
        ActorFinder actors,
        StanceReader stances,
        List<Match> matches,
        List<Standing> standings,
        List<DatedPhrase> dates) {}
