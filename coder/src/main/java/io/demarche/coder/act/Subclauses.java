package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.List;
import java.util.Set;

/** Who is to act in the clause that hangs on a verb: "demanded that Iran stop". */
final class Subclauses {
    private static final Set<String> LABELS = Set.of(Label.CCOMP, Label.XCOMP, Label.ADVCL, Label.ACL);
    private static final Set<String> EFFORTS = WordClasses.set("effort-nouns");
    /** How far behind "that" the subject may end. */
    private static final int REACH = 8;

    private final ParsedSentence s;
    private final ActorFinder actors;

    Subclauses(ParsedSentence s, ActorFinder actors) {
        this.s = s;
        this.actors = actors;
    }

    /** The subject of the verb's clause, also of one that hangs on its object ("expressed hope that Iran would stop"). */
    List<Party> subject(int token) {
        List<Party> own = ofClause(token);
        if (own.isEmpty() && s.child(token, Label.DOBJ) >= 0) {
            own = ofClause(s.child(token, Label.DOBJ));
        }
        return own.isEmpty() ? behindThat(token) : own;
    }

    private List<Party> ofClause(int token) {
        for (int c : s.children(token)) {
            int behind = s.label(c).equals(Label.PREP) && c > token
                    ? s.child(c, Label.PCOMP)
                    : -1; // "into whether Iran had"
            int asked = behind < 0
                    ? -1
                    : Clauses.isPassive(s, behind) ? s.child(behind, Label.NSUBJPASS) : s.child(behind, Label.NSUBJ);
            List<Party> inquired = asked < 0 ? List.of() : actors.find(asked);
            if (!inquired.isEmpty()) {
                return inquired;
            }
            if (LABELS.contains(s.label(c)) && c > token) {
                int subject = Clauses.isPassive(s, c) ? s.child(c, Label.NSUBJPASS) : s.child(c, Label.NSUBJ);
                if (subject >= 0) {
                    List<Party> found = actors.find(Clauses.antecedent(s, subject));
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    /** "demanded that the Chadian army end raids": the parser loses many a subjunctive, whose subject follows "that" all the same. */
    private List<Party> behindThat(int token) {
        int that = token + 1;
        if (that >= s.size() || !lemma(s, that).equals("that") || s.head(that) != token) {
            return List.of();
        }
        for (int i = that + 1; i < s.size() && i <= that + REACH; i++) {
            if (isVerb(s, i) || s.label(i).equals(Label.PUNCT)) {
                return List.of();
            }
            List<Party> found = actors.find(i);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "took in people living in camps": a participle right after an object tells of it, wherever the parser hangs it. */
    int participleAfter(int verb, int object) {
        int end = s.subtree(object).end();
        int at = verb;
        for (int i = 0; at >= 0 && i < 2; i++) {
            for (int c : s.children(at, Label.ADVCL)) {
                boolean participle = s.tag(c).equals(Tag.VBG) || s.tag(c).equals(Tag.VBN);
                if (participle
                        && s.subtree(c).begin() == end
                        && !s.hasChild(c, Label.MARK)
                        && !s.hasChild(c, Label.NSUBJ)) {
                    return c;
                }
            }
            at = s.head(at);
        }
        return -1;
    }

    /** "to help Haiti recover": the subject of what another is helped to do. */
    boolean isHelped(int subject) {
        return s.head(subject) >= 0 && isHelp(s.head(subject));
    }

    /** What another is helped to do. */
    boolean isHelp(int verb) {
        int above = s.head(verb);
        return above >= 0
                && isVerb(s, above)
                && isVerb(s, verb)
                && (s.label(verb).equals(Label.CCOMP) || s.label(verb).equals(Label.XCOMP))
                && Clauses.controlsObject(s, above);
    }

    /** Whether the clause tells of the act above it or of its parties: a purpose, what another is helped to do, a participle. */
    boolean isBound(int verb) {
        return isPurpose(verb) || isHelp(verb) || isTrailing(verb) || isOfEffort(verb);
    }

    /** "an initiative to end the fighting in Yemen". */
    private boolean isOfEffort(int verb) {
        return s.label(verb).equals(Label.RELCL)
                && Clauses.isInfinitive(s, verb)
                && EFFORTS.contains(lemma(s, s.head(verb)));
    }

    /** "moved guns into the zone dividing it from Chad": a participle right after a noun. */
    private boolean isTrailing(int verb) {
        int before = s.subtree(verb).begin() - 1;
        return s.label(verb).equals(Label.ADVCL)
                && (s.tag(verb).equals(Tag.VBG) || s.tag(verb).equals(Tag.VBN))
                && before >= 0
                && isNoun(s, before)
                && !s.hasChild(verb, Label.MARK)
                && !s.hasChild(verb, Label.NSUBJ);
    }

    /** "to help people in Haiti" tells whom an aid is for. */
    boolean isPurpose(int verb) {
        return s.label(verb).equals(Label.ADVCL) && Clauses.isInfinitive(s, verb);
    }

    /** "met officials to further a resolution": what is only aimed at, also where the parser hangs it on the officials. */
    boolean isAim(int verb) {
        return isPurpose(verb) || s.label(verb).equals(Label.ACL) && Clauses.isInfinitive(s, verb);
    }
}
