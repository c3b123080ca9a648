package io.demarche.coder;

import io.demarche.coder.attribute.Attributes;
import io.demarche.coder.candidate.Act;
import io.demarche.coder.candidate.Candidate;
import io.demarche.coder.candidate.Reading;
import java.util.List;

/**
 * A sentence with the particulars of its acts.
 *
 * @param reading the sentence
 * @param acts the acts, in the order of their candidates
 */
record AttributedReading(Reading reading, List<AttributedAct> acts) {
    /** One act, the candidate that tells it, and its particulars. */
    record AttributedAct(Candidate candidate, Act act, Attributes attributes) {
        /** The same, so sure. */
        AttributedAct with(double confidence) {
            return new AttributedAct(candidate, act, attributes.with(confidence));
        }
    }
}
