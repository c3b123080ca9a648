package io.demarche.coder.candidate;

import io.demarche.avro.EventType;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which candidates of a sentence tell the same act, so that it is coded once. */
public final class Overlaps {
    private static final Set<Stance> SAME_SIDE =
            EnumSet.of(Stance.DECIDE, Stance.INTEND, Stance.THREATEN, Stance.REFUSE);

    private final Reading reading;
    private final ParsedSentence s;
    /** The candidates, those already taken out for another left out from then on. */
    private final List<Candidate> candidates;

    private Overlaps(Reading reading) {
        this.reading = reading;
        this.s = reading.tree();
        this.candidates = new ArrayList<>(reading.candidates());
    }

    /** The sentence without the candidates that tell what another one tells. */
    public static Reading apply(Reading reading) {
        Overlaps overlaps = new Overlaps(reading);
        for (int i = 0; i < overlaps.candidates.size(); i++) {
            Candidate candidate = overlaps.candidates.get(i);
            Optional<DropReason> reason = overlaps.reason(candidate);
            if (reason.isPresent()) {
                overlaps.candidates.set(i, candidate.dropped(reason.get().drop()));
            }
        }
        return reading.withCandidates(overlaps.candidates);
    }

    private Optional<DropReason> reason(Candidate candidate) {
        if (isOfAnother(candidate)) {
            return Optional.of(DropReason.ACT_OF_ANOTHER);
        }
        if (isAnticipated(candidate)) {
            return Optional.of(DropReason.SAID_BY_WHAT_FOLLOWS);
        }
        return isPartOfAnother(candidate) ? Optional.of(DropReason.PART_OF_ANOTHER) : Optional.empty();
    }

    /** "rejected France's decision to leave": whoever rejects is not who leaves, so that the rejection is the act. */
    private boolean isOfAnother(Candidate candidate) {
        return candidate.isCoded()
                && candidates.stream()
                        .anyMatch(other -> other != candidate
                                && other.isCoded()
                                && stance(other) == Stance.REFUSE
                                && isUnder(candidate, other)
                                && sources(other).stream().noneMatch(sources(candidate)::contains));
    }

    private static Set<String> sources(Candidate candidate) {
        return candidate.acts().stream().map(act -> act.source().code()).collect(Collectors.toSet());
    }

    /** "agreed to sign": the agreement is coded by the signing, where that has both sides. */
    private boolean isAnticipated(Candidate candidate) {
        int token = candidate.trigger().token();
        if (s.tag(token).equals(Tag.MD)) {
            int verb = s.head(token);
            return candidates.stream().anyMatch(other -> other.trigger().token() == verb && other.isCoded());
        }
        Stance stance = stance(candidate);
        return stance != null
                && SAME_SIDE.contains(stance)
                && candidate.isCoded()
                && !isClosed(candidate)
                && candidates.stream()
                        .anyMatch(other -> other != candidate
                                && other.isCoded()
                                && isUnder(other, candidate)
                                && !isOfAnother(other));
    }

    /** "suspended the talks", "signed an agreement to supply tanks": the noun, or what was agreed, belongs to the verb's act. */
    private boolean isPartOfAnother(Candidate candidate) {
        int token = candidate.trigger().token();
        boolean noun = candidate.trigger().noun();
        boolean either = token > 0
                && s.label(token).equals(Label.CONJ)
                && s.form(token - 1).equals("or"); // "killed or wounded"
        for (Candidate other : candidates) {
            if (either && other.isCoded() && s.head(token) == other.trigger().token()) {
                return true;
            }
            if (other != candidate
                    && isClosed(other)
                    && !other.trigger().noun()
                    && (noun || isAgreed(other) && isHeldOut(candidate))
                    && isUnder(candidate, other)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Stance stance(Candidate candidate) {
        return reading.stances().stance(candidate.trigger().token()).orElse(null);
    }

    private static boolean isUnder(Candidate candidate, Candidate above) {
        return candidate.factuality().isUnder(above.trigger().token());
    }

    private static boolean isHeldOut(Candidate candidate) {
        return candidate.factuality().shifts().contains(Stance.INTEND);
    }

    private static boolean isAgreed(Candidate candidate) {
        return candidate.acts().get(0).type() == EventType.AGREED;
    }

    /** Whether the candidate was coded as its rule says, not by what hangs on it. */
    private static boolean isClosed(Candidate candidate) {
        return candidate.isCoded()
                && !ActCodes.isOpen(candidate.trigger().rule().cameo());
    }
}
