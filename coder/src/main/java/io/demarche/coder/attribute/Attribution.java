package io.demarche.coder.attribute;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.factuality.Step;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Optional;

/** Whom the article credits with a report. */
public final class Attribution {
    private Attribution() {}

    /** The head of the phrase of whoever says so; -1 where nobody does. */
    public static int speaker(ParsedSentence s, Factuality factuality) {
        for (Step step : factuality.steps()) {
            if (step.stance() == Stance.SAY && Words.isVerb(s, step.token())) {
                int subject = Clauses.agent(s, step.token());
                if (subject >= 0) {
                    return subject;
                }
            }
        }
        for (int i = 0; i + 1 < s.size(); i++) {
            if (Words.lower(s, i).equals("according") && Words.lower(s, i + 1).equals("to")) {
                int source = s.child(i + 1, Label.POBJ);
                return source >= 0 ? source : s.child(i, Label.POBJ);
            }
        }
        return -1;
    }

    /** The speaker as written. */
    public static Optional<String> read(ParsedSentence s, Factuality factuality) {
        int speaker = speaker(s, factuality);
        if (speaker < 0) {
            return Optional.empty();
        }
        int begin = speaker;
        for (int c : s.children(speaker)) {
            if (c < speaker && !s.label(c).equals(Label.PUNCT)) {
                begin = Math.min(begin, s.subtree(c).begin());
            }
        }
        return Optional.of(s.text(begin, speaker + 1).replaceAll("\\s+", " "));
    }
}
