package io.demarche.coder.candidate;

import io.demarche.coder.act.Trigger;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.Cues;
import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out candidates of which the words around say that nothing was done, whoever the sides are. */
final class FactualityFilters {
    /** Roots of words rather than deeds: a purpose may be one of them and yet be done ("called him in to protest"). */
    private static final Set<String> VERBAL = Set.of("01", "02", "04", "10", "11");

    private static final String TRADE = "061";
    private static final Set<String> TRADED = Set.of("import", "export");

    /** CAMEO's code for a protest lodged. */
    private static final String PROTEST = "114";

    /** CAMEO's code for intelligence and evidence shared. */
    private static final String INTELLIGENCE = "064";

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
        String root = trigger.rule().root();
        boolean worded = !trigger.rule().with().isEmpty();
        return root.equals("16")
                || trigger.rule().cameo().equals(PROTEST)
                || trigger.rule().cameo().equals(INTELLIGENCE)
                || root.equals("17") && worded;
    }

    /** "exported goods worth a million": what was traded in all; what will be exported is a matter of agreements. */
    private static boolean isTradeFigure(Candidate candidate, ParsedSentence s) {
        Factuality factuality = candidate.factuality();
        int token = candidate.trigger().token();
        return candidate.trigger().rule().cameo().equals(TRADE)
                && TRADED.contains(Words.lemma(s, token))
                && !s.tag(token).equals("VBG")
                && factuality.shifts().isEmpty()
                && !factuality.decided();
    }

    private static boolean isPurpose(Candidate candidate, Reading reading) {
        return candidate.factuality().purpose()
                && (!VERBAL.contains(candidate.trigger().rule().root()) || isMerePurpose(candidate.trigger(), reading));
    }

    /** "buys gas elsewhere to protest the raid": no act of words is told that the protest might be. */
    private static boolean isMerePurpose(Trigger trigger, Reading reading) {
        ParsedSentence s = reading.tree();
        int above = s.head(trigger.token());
        return trigger.rule().cameo().equals(PROTEST)
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
