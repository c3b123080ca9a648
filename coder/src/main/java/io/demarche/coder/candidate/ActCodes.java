package io.demarche.coder.candidate;

import io.demarche.coder.act.Trigger;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.CodeShifts;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CAMEO code that is left of a trigger's own when what governs it, and what it governs, have been read. */
final class ActCodes {
    /** Stances of a trigger whose own code waits for what is asked, intended, refused or alleged. */
    private static final Set<Stance> OPEN =
            EnumSet.of(Stance.DEMAND, Stance.APPEAL, Stance.ALLEGE, Stance.INTEND, Stance.THREATEN, Stance.REFUSE);

    private final CodeShifts shifts;

    ActCodes(CodeShifts shifts) {
        this.shifts = shifts;
    }

    /** The candidate with that code; taken out where the act so changed is none. */
    Candidate apply(Candidate candidate, Reading reading) {
        String code = withContent(candidate, reading);
        Factuality factuality = candidate.factuality();
        Stance obligation = factuality.obligation();
        if (obligation != null) {
            Optional<String> due = shifts.shift(code, obligation);
            if (due.isEmpty()) {
                return candidate.dropped(DropReason.OBLIGATION.drop());
            }
            code = due.get();
        }
        for (Stance stance : factuality.shifts()) {
            Optional<String> shifted = shifts.shift(code, stance);
            if (shifted.isEmpty()) {
                return candidate.dropped(DropReason.NO_CODE.at(stance.name()));
            }
            code = shifted.get();
        }
        return candidate.withCode(code);
    }

    private String withContent(Candidate candidate, Reading reading) {
        String code = candidate.trigger().rule().cameo();
        Stance own = ownStance(reading, candidate.trigger());
        return own != null && OPEN.contains(own) && isOpen(code)
                ? content(reading, candidate)
                        .flatMap(inner -> shifts.shift(inner, own))
                        .orElse(code)
                : code;
    }

    /** Whether the code is that of a mere demand, intent, refusal or charge, which what hangs on it makes more exact. */
    static boolean isOpen(String code) {
        return ActClass.OPEN.has(code);
    }

    /** The stance of the trigger's own word; to want somebody to do it is to ask for it. */
    static @Nullable Stance ownStance(Reading reading, Trigger trigger) {
        Stance own = reading.stances().stance(trigger.token()).orElse(null);
        return own == Stance.INTEND && trigger.rule().is(ActClass.APPEAL) ? Stance.APPEAL : own;
    }

    /** "refused to cut aid": whether the trigger governs an act of the class that might be done. */
    static boolean governs(Reading reading, Candidate candidate, ActClass actClass) {
        int token = candidate.trigger().token();
        for (Candidate other : reading.candidates()) {
            Factuality factuality = other.factuality();
            if (other.trigger() != candidate.trigger()
                    && !factuality.steps().isEmpty()
                    && factuality.steps().get(0).token() == token
                    && factuality.dropped() == null
                    && !factuality.background()
                    && other.trigger().rule().is(actClass)) {
                return true;
            }
        }
        return false;
    }

    /** The code of what the trigger asks, intends, refuses or alleges: that of the nearest trigger under it. */
    private static Optional<String> content(Reading reading, Candidate candidate) {
        int token = candidate.trigger().token();
        int fewest = Integer.MAX_VALUE;
        String code = null;
        for (Candidate other : reading.candidates()) {
            Factuality factuality = other.factuality();
            if (other.trigger() != candidate.trigger()
                    && factuality.isUnder(token)
                    && !Presuppositions.has(reading, other)
                    && !isOfAnotherSubject(reading, factuality, other.trigger().token(), token)
                    && factuality.steps().size() < fewest) {
                fewest = factuality.steps().size();
                code = other.trigger().rule().cameo();
            }
        }
        return Optional.ofNullable(code);
    }

    /** "hopes that Chile will find a date for the visit": what another is to do is no intent of whoever hopes. */
    private static boolean isOfAnotherSubject(Reading reading, Factuality factuality, int act, int hope) {
        ParsedSentence s = reading.tree();
        Stance stance = reading.stances().stance(hope).orElse(Stance.DO);
        return stance == Stance.INTEND
                && (factuality.background()
                        || isComment(reading, hope) && isNamedSubject(s, act)
                        || factuality.steps().stream()
                                .takeWhile(step -> step.token() != hope)
                                .map(step -> s.child(step.token(), Label.NSUBJ))
                                .anyMatch(subject -> subject >= 0 && !Words.isPronoun(s, subject)));
    }

    private static boolean isComment(Reading reading, int token) {
        return reading.candidates().stream()
                .map(Candidate::trigger)
                .anyMatch(trigger -> trigger.token() == token && trigger.rule().is(ActClass.COMMENT));
    }

    private static boolean isNamedSubject(ParsedSentence s, int act) {
        int subject = s.child(act, Label.NSUBJ);
        return subject >= 0 && !Words.isPronoun(s, subject);
    }
}
