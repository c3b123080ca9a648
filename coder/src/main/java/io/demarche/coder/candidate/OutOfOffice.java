package io.demarche.coder.candidate;

import io.demarche.avro.DateBasis;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.EnumSet;
import java.util.Set;

/** Acts of people who have long left office, told without a date: history, and none of the day of publication. */
final class OutOfOffice {
    /** "The president at the time", "then president". */
    private static final String THEN = "then";

    /** Parties by words of the sentence itself, so that what stands beside these words can be asked. */
    private static final Set<Party.Basis> HERE = EnumSet.of(Party.Basis.NAME, Party.Basis.PHRASE);

    private OutOfOffice() {}

    /** Whether a side of the act has left office, and the act may lie as far back. */
    static boolean has(Act act, int token, ParsedSentence s) {
        return (hasLeft(s, act.source()) || hasLeft(s, act.target()))
                && Tenses.isPast(s, token)
                && act.dating().basis() == DateBasis.PUBLICATION;
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
            int object = c > head && Words.lower(s, c).equals("at") ? s.child(c, Label.POBJ) : -1;
            if (object == c + 2
                    && Words.lower(s, object).equals("time")
                    && Words.lower(s, c + 1).equals("the")) {
                return true;
            }
        }
        return false;
    }
}
