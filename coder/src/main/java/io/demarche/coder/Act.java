package io.demarche.coder;

import io.demarche.avro.EventType;
import io.demarche.avro.Modality;
import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.context.Standing;

/**
 * An act between two parties that a sentence reports, before its particulars are read.
 *
 * @param match the rule and where it fitted
 * @param standing what stands around it
 * @param type kind of act
 * @param cameo CAMEO code
 * @param source who acts
 * @param target toward whom
 * @param modality done, announced or threatened
 * @param evidence what speaks for it, from 0 to 1, see {@code Confidence}
 */
record Act(
        Match match,
        Standing standing,
        EventType type,
        String cameo,
        Party source,
        Party target,
        Modality modality,
        double evidence) {}
