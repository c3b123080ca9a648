package io.demarche.coder.factuality;

import io.demarche.coder.lexicon.Stance;

/**
 * A word above an act, and what it makes of it.
 *
 * @param stance what it makes of the act
 * @param token the word
 */
public record Step(Stance stance, int token) {}
