package io.demarche.coder.act;

import io.demarche.coder.lexicon.ActRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that may tell an act, with all rules of the lexicon that it triggers.
 *
 * @param word the word with its arguments
 * @param matches the rules, in the order of the lexicon; empty for a word that the lexicon lacks
 */
public record WordTriggers(TriggerWord word, List<RuleMatch> matches) {
    /** The first rule that fits in full; null where none does. */
    public @Nullable ActRule first() {
        for (RuleMatch match : matches) {
            if (match.isFull()) {
                return match.rule();
            }
        }
        return null;
    }
}
