package io.demarche.coder;

import io.demarche.avro.DateBasis;
import io.demarche.coder.Composer.Outcome;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.date.DateChooser;
import io.demarche.coder.date.Timeline;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Acts of people who have long left office, told without a date: history, and none of the day of publication. */
final class Bygones {
    private static final String REASON = "done by somebody no longer in office, and when is not said";
    /** "The president at the time", "then president". */
    private static final String THEN = "then";

    /** Parties by words of the sentence itself, so that what stands beside these words can be asked. */
    private static final Set<Party.Basis> HERE = EnumSet.of(Party.Basis.NAME, Party.Basis.PHRASE);

    private Bygones() {}

    /** The outcomes without such acts. */
    static List<Outcome> drop(List<Outcome> outcomes, SentenceAnalysis analysis, Timeline timeline) {
        List<Outcome> kept = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            List<Act> acts = outcome.acts().stream()
                    .filter(act -> !isBygone(act, analysis, timeline))
                    .toList();
            kept.add(
                    acts.isEmpty() && !outcome.acts().isEmpty()
                            ? Outcome.dropped(REASON)
                            : new Outcome(acts, outcome.dropped()));
        }
        return kept;
    }

    private static boolean isBygone(Act act, SentenceAnalysis analysis, Timeline timeline) {
        ParsedSentence s = analysis.tree();
        int token = act.match().token();
        return (hasLeft(s, act.source()) || hasLeft(s, act.target()))
                && Tenses.isPast(s, token)
                && DateChooser.choose(s, token, act.standing(), analysis.dates(), timeline)
                                .basis()
                        == DateBasis.PUBLICATION;
    }

    private static boolean hasLeft(ParsedSentence s, Party party) {
        if (party.basis() == Party.Basis.DATED) {
            return true;
        }
        if (!HERE.contains(party.basis())) {
            return false;
        }
        int head = party.token();
        for (int c : s.children(head)) {
            if (c < head && Words.lower(s, c).equals(THEN)) {
                return true;
            }
            int object = c > head && Words.lower(s, c).equals("at") ? s.child(c, "pobj") : -1;
            if (object == c + 2
                    && Words.lower(s, object).equals("time")
                    && Words.lower(s, c + 1).equals("the")) {
                return true;
            }
        }
        return false;
    }
}
