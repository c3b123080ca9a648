package io.demarche.coder;

import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.act.Match;
import io.demarche.coder.clause.Tenses;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Set;

/** Wars and attacks that a sentence takes for granted to tell something else: they happened at some other time. */
final class Presuppositions {
    private static final Set<String> WAR = Set.of("18", "19", "20");
    private static final Set<String> EARLIER_OR_LATER = Set.of("before", "since", "until");

    private Presuppositions() {}

    /** "Kenya's war against Chad has hurt trade", "before Kenya invaded Chad"; but "a Kenyan raid on Chad killed nine". */
    static boolean has(SentenceAnalysis analysis, int i) {
        ParsedSentence s = analysis.tree();
        Match match = analysis.matches().get(i);
        if (!WAR.contains(match.rule().root())) {
            return false;
        }
        return match.noun()
                ? analysis.standings().get(i).background()
                        && !Tenses.isNounOfPast(s, match.token())
                        && !goesOn(analysis, match.token())
                : isBound(s, match.token());
    }

    /** "The invasion has begun", "the shelling continues": that the attack takes place is what is told. */
    private static boolean goesOn(SentenceAnalysis analysis, int noun) {
        int verb = analysis.tree().head(noun);
        return verb >= 0
                && !analysis.tree().hasChild(verb, "dobj")
                && analysis.stances().stance(verb).orElse(null) == Stance.DO;
    }

    private static boolean isBound(ParsedSentence s, int verb) {
        if (!s.label(verb).equals("advcl") && !s.label(verb).equals("pcomp")) {
            return false;
        }
        int mark = s.child(verb, "mark");
        int word = mark >= 0 ? mark : s.head(verb);
        return word >= 0 && EARLIER_OR_LATER.contains(lower(s, word));
    }
}
