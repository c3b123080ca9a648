package io.demarche.coder.act;

import io.demarche.coder.lexicon.ActRule;

/**
 * A rule whose word stands in a sentence, and how far it fits.
 *
 * @param rule the rule
 * @param demands which of its demands are met: "p" particles, "w" words of the clause, "o" object, "s" subject
 */
public record RuleMatch(ActRule rule, String demands) {
    /** All demands. */
    static final String ALL = "pwos";

    /** Whether it fits in full. */
    public boolean isFull() {
        return demands.equals(ALL);
    }
}
