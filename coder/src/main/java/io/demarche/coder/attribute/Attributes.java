package io.demarche.coder.attribute;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The particulars of an act.
 *
 * @param count how many were concerned
 * @param deadlineHours hours given to comply
 * @param reason the reason that is given
 * @param reciprocityCue the words that call it an answer
 * @param attributedTo who says so
 * @param confidence how sure the coder is, from 0 to 1
 */
public record Attributes(
        Optional<Count> count,
        OptionalInt deadlineHours,
        Optional<String> reason,
        Optional<String> reciprocityCue,
        Optional<String> attributedTo,
        double confidence) {
    /** The same, so sure. */
    public Attributes with(double other) {
        return new Attributes(count, deadlineHours, reason, reciprocityCue, attributedTo, other);
    }
}
