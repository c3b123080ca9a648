package io.demarche.coder.act;

/**
 * A word that may report an act, with its logical arguments. Tokens are indices; -1 means none.
 *
 * @param token the word
 * @param noun whether it is a noun
 * @param subject head of the phrase of who acts
 * @param object head of the phrase of what is acted upon
 * @param carrier the verb that carries out or reports a noun: "launched" an attack
 */
public record TriggerWord(int token, boolean noun, int subject, int object, int carrier) {}
