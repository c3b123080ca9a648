package io.demarche.coder.candidate;

import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.actor.Party;
import io.demarche.coder.date.Dating;

/**
 * An act between two parties that a candidate tells.
 *
 * @param type kind of act
 * @param cameo CAMEO code
 * @param source who acts
 * @param target toward whom
 * @param modality done, announced or threatened
 * @param hearsay whether the other side, or a quotation, tells of it
 * @param mirrored whether it is the same act seen from the side that the sentence names as the target
 * @param evidence what speaks for it, from 0 to 1, see {@code Confidence}; 0 until it has been weighed
 * @param dating when; {@link Dating#UNKNOWN} until a date has been chosen
 */
public record Act(
        EventType type,
        String cameo,
        Party source,
        Party target,
        Modality modality,
        boolean hearsay,
        boolean mirrored,
        double evidence,
        Dating dating) {

    /** Not yet weighed or dated. */
    public Act(
            EventType type,
            String cameo,
            Party source,
            Party target,
            Modality modality,
            boolean hearsay,
            boolean mirrored) {
        this(type, cameo, source, target, modality, hearsay, mirrored, 0, Dating.UNKNOWN);
    }

    /** The same, weighed. */
    public Act withEvidence(double weight) {
        return new Act(type, cameo, source, target, modality, hearsay, mirrored, weight, dating);
    }

    /** The same, dated. */
    public Act on(Dating date) {
        return new Act(type, cameo, source, target, modality, hearsay, mirrored, evidence, date);
    }

    /** The same, announced rather than done. */
    Act announced(EventType otherType, String otherCode) {
        return new Act(otherType, otherCode, source, target, Modality.ANNOUNCED, hearsay, mirrored, evidence, dating);
    }
}
