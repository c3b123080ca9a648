package io.demarche.coder.lexicon;

/**
 * What the word that governs a clause makes of the act inside it: "refused to meet", "threatened to expel", "the decision to
 * recall". Read from {@code stances.tsv}.
 */
public enum Stance {
    /** Reports it: say, announce. The act stands as reported, by the speaker. */
    SAY,
    /** Carries it out: begin, continue, react by. The act stands. */
    DO,
    /** Settles it: decide, order. The act stands, as announced. */
    DECIDE,
    /** Holds it out for later: agree, plan, promise. The act is an intent. */
    INTEND,
    /** Holds it out as a threat. */
    THREATEN,
    /** Turns it down: refuse, decline, rule out. */
    REFUSE,
    /** Demands it of another. */
    DEMAND,
    /** Asks another for it. */
    APPEAL,
    /** Says of another that it did so: accuse, allege. */
    ALLEGE,
    /** Says that it is not so. */
    DENY,
    /** Takes a view of it: condemn, welcome. */
    JUDGE,
    /** Leaves open whether it is so: consider, fear, whether. */
    DOUBT,
    /** Says that it does not happen or ends: fail, stop, avoid. */
    END
}
