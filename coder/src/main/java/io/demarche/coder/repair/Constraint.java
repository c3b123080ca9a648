package io.demarche.coder.repair;

import io.demarche.coder.parse.ParsedSentence;

/** One part of a pattern: asks something of tokens that have names, and may give a name to another token. */
interface Constraint {
    /** What follows of the pattern. */
    @FunctionalInterface
    interface Rest {
        boolean fits();
    }

    /**
     * Tries each token that this part may name.
     *
     * @param named by number of the name, the token; -1 for one without a token yet; as before where the answer is no
     * @return whether, with one of them, the rest of the pattern fits
     */
    boolean fits(ParsedSentence s, int[] named, Rest rest);
}
