package io.demarche.coder.candidate;

import io.demarche.coder.act.Trigger;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out candidates of which the words around say that nothing was done, whoever the sides are. */
final class FactualityFilters {
    private static final Set<String> TRADED = WordClasses.set("trade-words");

    private static final int LAST_TOKENS = 3;

    private final Cues cues;

    FactualityFilters(Cues cues) {
        this.cues = cues;
    }

    Filters list() {
        return new Filters(List.of(
                (candidate, reading) ->
                        Optional.ofNullable(candidate.factuality().dropped()),
                (candidate, reading) -> when(isQuestion(reading.tree()), DropReason.QUESTION),
                (candidate, reading) ->
                        when(!isSure(candidate.trigger()) && isOfNoState(reading), DropReason.NOT_OF_STATES),
                (candidate, reading) -> when(isTradeFigure(candidate, reading.tree()), DropReason.TRADE_FIGURE),
                (candidate, reading) -> when(Presuppositions.has(reading, candidate), DropReason.PRESUPPOSED),
                (candidate, reading) -> when(isPurpose(candidate, reading), DropReason.PURPOSE),
                (candidate, reading) -> when(isHarmRefused(candidate, reading), DropReason.HARM_REFUSED)));
    }

    static Optional<Drop> when(boolean holds, DropReason reason) {
        return holds ? Optional.of(reason.drop()) : Optional.empty();
    }

    private static boolean isQuestion(ParsedSentence s) {
        for (int i = s.size() - 1; i >= 0 && i >= s.size() - LAST_TOKENS; i--) {
            if (s.form(i).equals("?")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfNoState(Reading reading) {
        Sentence sentence = reading.sentence();
        return cues.has(Cues.Kind.NOT_STATE, reading.memory().body(), sentence.textBegin(), sentence.end());
    }

    /** "an arrest warrant for the actor": words that mean the same whoever it is about. */
    private static boolean isSure(Trigger trigger) {
        ActRule rule = trigger.rule();
        return rule.is(ActClass.REDUCED_RELATIONS)
                || rule.is(ActClass.PROTEST)
                || rule.is(ActClass.INTELLIGENCE)
                || rule.is(ActClass.COERCION) && !rule.with().isEmpty();
    }

    /** "exported goods worth a million": what was traded in all; what will be exported is a matter of agreements. */
    private static boolean isTradeFigure(Candidate candidate, ParsedSentence s) {
        Factuality factuality = candidate.factuality();
        int token = candidate.trigger().token();
        return candidate.trigger().rule().is(ActClass.TRADE)
                && TRADED.contains(Words.lemma(s, token))
                && !s.tag(token).equals("VBG")
                && factuality.shifts().isEmpty()
                && !factuality.decided();
    }

    private static boolean isPurpose(Candidate candidate, Reading reading) {
        return candidate.factuality().purpose()
                && (!candidate.trigger().rule().is(ActClass.VERBAL) || isMerePurpose(candidate.trigger(), reading));
    }

    /** "buys gas elsewhere to protest the raid": no act of words is told that the protest might be. */
    private static boolean isMerePurpose(Trigger trigger, Reading reading) {
        ParsedSentence s = reading.tree();
        int above = s.head(trigger.token());
        return trigger.rule().is(ActClass.PROTEST)
                && s.label(trigger.token()).equals("advcl")
                && reading.candidates().stream()
                        .map(Candidate::trigger)
                        .noneMatch(other -> other.token() == above || other.carrier() == above);
    }

    /** "refused to cut aid". */
    private static boolean isHarmRefused(Candidate candidate, Reading reading) {
        return ActCodes.ownStance(reading, candidate.trigger()) == Stance.REFUSE
                && ActCodes.isOpen(candidate.trigger().rule().cameo())
                && ActCodes.isOfHarm(reading, candidate);
    }
}
