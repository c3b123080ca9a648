package io.demarche.coder.act;

import io.demarche.coder.lexicon.ActRule;

/**
 * A rule that fits a word of a sentence: the word may report the rule's act.
 *
 * @param rule the rule, with the type and the code of the act
 * @param word the word with its arguments
 */
public record Trigger(ActRule rule, TriggerWord word) {
    /** The word. */
    public int token() {
        return word.token();
    }

    /** Whether the word is a noun. */
    public boolean noun() {
        return word.noun();
    }

    /** Head of the phrase of who acts; -1 where there is none. */
    public int subject() {
        return word.subject();
    }

    /** Head of the phrase of what is acted upon; -1 where there is none. */
    public int object() {
        return word.object();
    }

    /** The verb that carries out or reports a noun; -1 where there is none. */
    public int carrier() {
        return word.carrier();
    }
}
