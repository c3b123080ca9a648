package io.demarche.coder.evidence;

/**
 * A place in a sentence that stands for a state or an organisation.
 *
 * @param code whom it stands for
 * @param token head of the phrase: "embassy" of "the Chilean embassy"
 * @param begin the first token that names it
 * @param form how it is named: by a name, an adjective, a seat, a leader, a pronoun, or a phrase that points back
 * @param role what part of the state it means, as {@code Actor.role} has it; empty where the whole state is meant
 * @param text the words
 */
record CastMention(String code, int token, int begin, String form, String role, String text) {}
