package io.demarche.coder.date;

/**
 * A phrase that says when.
 *
 * @param begin its first token
 * @param end the token after its last
 * @param dating the date it means
 */
public record DatedPhrase(int begin, int end, Dating dating) {}
