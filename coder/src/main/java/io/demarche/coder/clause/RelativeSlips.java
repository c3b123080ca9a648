package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** "Ghana, which chairs the bloc, has called on Togo": the subject of a verb, where the parser gave it to the clause between. */
public final class RelativeSlips {
    private static final Set<String> JOINED = Set.of(Label.CONJ, Label.ADVCL, Label.DEP);

    private static final Set<String> PRONOUNS = WordClasses.set("non-defining-relatives");

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
        int opening = isFinite(s, verb) ? behindOpening(s, verb) : -1;
        if (opening >= 0) {
            return opening;
        }
        boolean joined = s.head(verb) >= 0 && s.head(verb) < verb && JOINED.contains(s.label(verb));
        return joined && isVerb(s, s.head(verb)) ? takenBy(s, s.head(verb)) : -1;
    }

    /** "rejected the court, to which it is no party": the clause behind may be parsed as the one above. */
    public static boolean isRelative(ParsedSentence s, int clause, int above) {
        if (!s.label(clause).equals(Label.CCOMP) || !isVerb(s, clause) || !isVerb(s, above)) {
            return false;
        }
        for (int i = clause + 1; i < above; i++) {
            boolean comma = s.form(i - 1).equals(",")
                    || i > 1
                            && s.label(i - 1).equals(Label.PREP)
                            && s.form(i - 2).equals(",");
            int verb = comma && PRONOUNS.contains(Words.lower(s, i)) ? Clauses.governor(s, i) : -1;
            if (verb == above || verb == clause) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinite(ParsedSentence s, int verb) {
        String tag = s.tag(verb);
        return (tag.equals(Tag.VBD) || tag.equals(Tag.VBZ) || tag.equals(Tag.VBP))
                && !s.hasChild(verb, Label.NSUBJPASS);
    }

    /** "Ahead of the summit, Testic on Monday held": the subject may be parsed as another name of what stands before it. */
    private static int behindOpening(ParsedSentence s, int verb) {
        for (int c : s.children(verb)) {
            boolean opening =
                    c < verb && (s.label(c).equals(Label.PREP) || s.label(c).equals(Label.ADVMOD));
            for (int i = c; opening && i < s.subtree(c).end(); i++) {
                int begin = s.subtree(i).begin();
                boolean last = s.subtree(i).end() == s.subtree(c).end();
                if (s.label(i).equals(Label.APPOS)
                        && Words.isProperNoun(s, i)
                        && last
                        && s.form(begin - 1).equals(",")) {
                    return i;
                }
            }
        }
        return -1;
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
                    && s.tag(relative).startsWith(Tag.W);
            if (taken) {
                return c;
            }
        }
        return -1;
    }
}
