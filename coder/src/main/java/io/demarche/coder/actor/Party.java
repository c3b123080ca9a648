package io.demarche.coder.actor;

/**
 * A state or organisation found in a sentence.
 *
 * @param code state or organisation, as {@code Actor.country} has it
 * @param name as the article names it
 * @param role what part of the state acts, as {@code Actor.role} has it; empty where unknown
 * @param token the token that was resolved
 * @param basis how it was found
 */
public record Party(String code, String name, String role, int token, Basis basis) {
    /** How a party was found, the surest first. */
    public enum Basis {
        /** By the name of a state, an organisation or a leader in office. */
        NAME,
        /** By an adjective, possessive or complement of a noun: the French ministry. */
        PHRASE,
        /** By a region or town that lies in the state, or as people from there. */
        PLACE,
        /** By a name that the article introduced earlier. */
        LEARNED,
        /** By the name of a leader outside the time in office. */
        DATED,
        /** By a pronoun or a definite phrase that points back. */
        CONTEXT,
        /** Not said; taken from where the envoy is accredited, from the place or from a neighbour sentence. */
        INFERRED,
        /** Named somewhere in what follows the act, at none of the places where the rule expects the other side. */
        LOOSE
    }

    public Party withBasis(Basis other) {
        return new Party(code, name, role, token, other);
    }
}
