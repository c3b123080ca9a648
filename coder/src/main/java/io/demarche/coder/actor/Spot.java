package io.demarche.coder.actor;

import io.demarche.coder.lexicon.Name;

/**
 * A known name in a sentence.
 *
 * @param begin its first token
 * @param end the token after its last
 * @param head the token of it that hangs from outside it
 * @param name what it stands for
 */
public record Spot(int begin, int end, int head, Name name) {}
