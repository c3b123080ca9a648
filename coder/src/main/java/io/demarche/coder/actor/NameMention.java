package io.demarche.coder.actor;

import io.demarche.coder.lexicon.Name;

/**
 * A known name in a sentence.
 *
 * @param begin its first token
 * @param end the token after its last
 * @param head the token of it that hangs from outside it
 * @param name what it stands for
 * @param dated whether it is the name of a leader outside the time in office
 */
public record NameMention(int begin, int end, int head, Name name, boolean dated) {}
