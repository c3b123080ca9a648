package io.demarche.coder.evidence;

import io.demarche.coder.act.WordTriggers;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.date.Dating;
import io.demarche.coder.factuality.Factuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that may tell an act.
 *
 * @param place its sentence
 * @param triggers the word, with the rules of the lexicon that it triggers
 * @param factuality what the words around make of it
 * @param ruled what the rules alone make of it; null where no rule fits in full
 * @param dating of which day its sentence speaks
 * @param parties who may be a side of it
 * @param features what speaks for and against its telling an act
 * @param chances how probable each kind of act is; class 0 is no act
 */
public record Told(
        SentencePlace place,
        WordTriggers triggers,
        Factuality factuality,
        @Nullable Candidate ruled,
        Dating dating,
        List<String> parties,
        int[] features,
        double[] chances) {

    /** The word. */
    public int token() {
        return triggers.word().token();
    }

    /** The same with other chances. */
    public Told with(double[] others) {
        return new Told(place, triggers, factuality, ruled, dating, parties, features, others);
    }

    /** How probable it is that the word tells any act. */
    double chance() {
        return 1 - chances[0];
    }
}
