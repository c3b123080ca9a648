package io.demarche.coder.lexicon;

/** What makes an act surer or less sure; {@code confidence.tsv} says when each holds. */
public enum Factor {
    BASE,
    FLOOR,
    GENERAL,
    INFINITIVE,
    GERUND,
    NOUN,
    NOUN_BEHIND,
    CHANGED,
    IN_PASSING,
    PURPOSE,
    HEARSAY,
    DEEP,
    FEW_NAMES,
    MANY_NAMES,
    FAR,
    PRIVATE,
    PLACE,
    LEARNED,
    DATED,
    CONTEXT,
    INFERRED,
    LOOSE,
    VIOLENT,
    UNDATED
}
