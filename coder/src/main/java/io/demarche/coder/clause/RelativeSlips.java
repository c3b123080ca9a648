package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;

import io.demarche.coder.parse.ParsedSentence;
import java.util.Set;

/** "Ghana, which chairs the bloc, has called on Togo": the subject of a verb, where the parser gave it to the clause between. */
final class RelativeSlips {
    private static final Set<String> JOINED = Set.of("conj", "advcl", "dep");

    private RelativeSlips() {}

    /** The subject that a clause before the verb, or the one it is joined to, took away; -1 where none did. */
    static int subject(ParsedSentence s, int verb) {
        for (int c : s.children(verb)) {
            if (c < verb && isVerb(s, c)) {
                int taken = takenBy(s, c);
                if (taken >= 0) {
                    return taken;
                }
            }
        }
        boolean joined = s.head(verb) >= 0 && s.head(verb) < verb && JOINED.contains(s.label(verb));
        return joined && isVerb(s, s.head(verb)) ? takenBy(s, s.head(verb)) : -1;
    }

    /** A noun under the verb that a comma and "who", "which" or "whose" follow. */
    private static int takenBy(ParsedSentence s, int verb) {
        for (int c : s.children(verb)) {
            int end = s.subtree(c).end();
            int relative = s.form(end - 1).equals(",") ? end : end + 1;
            boolean taken = c < verb
                    && relative < verb
                    && isNoun(s, c)
                    && s.form(relative - 1).equals(",")
                    && s.tag(relative).startsWith("W");
            if (taken) {
                return c;
            }
        }
        return -1;
    }
}
