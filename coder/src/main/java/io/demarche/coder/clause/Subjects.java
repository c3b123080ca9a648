package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** Grammatical subjects of verbs, found through infinitives, participles, coordination and relative clauses. */
final class Subjects {
    /** No real sentence nests deeper; what does is junk. */
    private static final int DEEPEST = 12;

    private static final Set<String> FLOATING = WordClasses.set("floating-quantifiers");

    private Subjects() {}

    /** The subject; -1 where there is none. */
    static int of(ParsedSentence s, int verb) {
        return of(s, verb, 0);
    }

    private static int of(ParsedSentence s, int verb, int depth) {
        if (verb < 0 || depth > DEEPEST) {
            return -1;
        }
        int own = ownSubject(s, verb);
        if (own >= 0) {
            return Clauses.antecedent(s, own);
        }
        int cut = RelativeSlips.subject(s, verb);
        if (cut >= 0) {
            return cut;
        }
        int head = s.head(verb);
        if (head < 0) {
            return -1;
        }
        return switch (s.label(verb)) {
            case Label.CONJ, Label.ADVCL, Label.DEP, Label.PREP -> isNoun(s, head) ? head : of(s, head, depth + 1);
            case Label.XCOMP, Label.OPRD, Label.ACOMP, Label.ATTR -> controller(s, head, depth);
            case Label.CCOMP ->
                isFinite(s, verb) && isBetween(head, s.child(head, Label.DOBJ), verb)
                        ? s.child(head, Label.DOBJ) // "said Chadian raids in the east were": the parser's slip
                        : controller(s, head, depth);
            case Label.PCOMP, Label.POBJ -> throughPreposition(s, head, depth);
            case Label.ACL -> ofNounClause(s, verb, head, depth);
            case Label.RELCL -> Clauses.isInfinitive(s, verb) ? ofPurpose(s, head, depth) : head;
            default -> -1;
        };
    }

    private static boolean isFinite(ParsedSentence s, int verb) {
        String tag = s.tag(verb);
        if (tag.equals(Tag.VBD) || tag.equals(Tag.VBZ) || tag.equals(Tag.VBP)) {
            return true;
        }
        int aux = s.child(verb, Label.AUX);
        return aux >= 0 && !lemma(s, aux).equals("to");
    }

    private static boolean isBetween(int low, int middle, int high) {
        return low < middle && middle < high;
    }

    private static int ownSubject(ParsedSentence s, int verb) {
        int nearest = -1;
        for (int c : s.children(verb)) {
            String label = s.label(c);
            boolean floating = nearest >= 0 && FLOATING.contains(lemma(s, c)); // "Estonia and Latvia each expelled"
            if ((label.equals(Label.NSUBJ) || label.equals(Label.NSUBJPASS))
                    && !floating
                    && (c < verb || nearest < 0)) {
                nearest = c;
            }
        }
        if (nearest < 0) {
            for (int c : s.children(verb, Label.AUX)) {
                nearest =
                        Math.max(nearest, s.child(c, Label.NSUBJ)); // "Kyiv has once again rejected": the parser's slip
            }
        }
        return nearest;
    }

    private static int controller(ParsedSentence s, int head, int depth) {
        int object = s.child(head, Label.DOBJ);
        if (object >= 0 && Clauses.controlsObject(s, head) && !Clauses.isPassive(s, head)) {
            return object;
        }
        return of(s, head, depth + 1);
    }

    private static int throughPreposition(ParsedSentence s, int preposition, int depth) {
        int above = s.head(preposition);
        if (above < 0) {
            return -1;
        }
        if (isVerb(s, above)) {
            int object = s.child(above, Label.DOBJ);
            return object >= 0
                            && object < preposition
                            && !Clauses.isPassive(s, above)
                            && !lemma(s, preposition).equals("by")
                    ? object
                    : of(s, above, depth + 1);
        }
        return isNoun(s, above) ? ownerOrSubject(s, above, depth) : of(s, above, depth + 1);
    }

    private static int ofNounClause(ParsedSentence s, int verb, int noun, int depth) {
        if (s.tag(verb).equals(Tag.VBG) || s.tag(verb).equals(Tag.VBN)) {
            return noun;
        }
        return ownerOrSubject(s, noun, depth);
    }

    /** "called the envoy in to complain": whoever calls complains. */
    private static int ofPurpose(ParsedSentence s, int noun, int depth) {
        int verb = Clauses.governor(s, noun);
        return verb < 0 ? noun : of(s, verb, depth + 1);
    }

    /** "its decision to expel", "took the decision to expel": who owns the noun, else who acts in its clause. */
    private static int ownerOrSubject(ParsedSentence s, int noun, int depth) {
        int owner = s.child(noun, Label.POSS);
        if (owner >= 0) {
            return owner;
        }
        int of = Clauses.prepositional(s, noun, "of");
        if (of >= 0) {
            return of;
        }
        int verb = Clauses.governor(s, noun);
        if (verb < 0) {
            return noun;
        }
        return of(s, verb, depth + 1);
    }
}
