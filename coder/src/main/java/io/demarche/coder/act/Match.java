package io.demarche.coder.act;

import io.demarche.coder.actor.Party;
import io.demarche.coder.lexicon.ActRule;
import java.util.List;

/**
 * A rule that fits a word of a sentence, with whoever was found at the places it names.
 *
 * @param rule the rule
 * @param token the trigger
 * @param noun whether the trigger is a noun
 * @param subject head of the phrase of who acts; -1 where there is none
 * @param object head of the phrase of what is acted upon; -1 where there is none
 * @param carrier the verb that carries out or reports a noun; -1 where there is none
 * @param sources who acts; empty where nobody was found
 * @param targets toward whom; empty where nobody was found
 * @param mutual whether the targets are the sources themselves, each toward the others
 */
public record Match(
        ActRule rule,
        int token,
        boolean noun,
        int subject,
        int object,
        int carrier,
        List<Party> sources,
        List<Party> targets,
        boolean mutual) {

    public Match withSources(List<Party> others) {
        return new Match(rule, token, noun, subject, object, carrier, others, targets, mutual);
    }

    public Match withTargets(List<Party> others) {
        return new Match(rule, token, noun, subject, object, carrier, sources, others, mutual);
    }

    /** Whether both sides are known. */
    public boolean isComplete() {
        return !sources.isEmpty() && !targets.isEmpty();
    }
}
