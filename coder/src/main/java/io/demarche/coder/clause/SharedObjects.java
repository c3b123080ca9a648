package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isVerb;

import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;

/** An object that two joined verbs have in common, at the one at which the parser did not hang it. */
final class SharedObjects {
    private SharedObjects() {}

    /** "condemned and rejected the proposal": a verb without an object before one with. */
    static int ofJoined(ParsedSentence s, int verb) {
        int head = s.head(verb);
        return isVerb(s, head) && !s.hasChild(verb, Label.PREP) && s.child(head, Label.DOBJ) > verb
                ? s.child(head, Label.DOBJ)
                : -1;
    }

    /** "killed or wounded 20 soldiers": a verb right before the one that has the object of both. */
    static int ofFirst(ParsedSentence s, int verb) {
        int next = s.child(verb, Label.CONJ);
        return next == verb + 2 && isVerb(s, next) && s.child(verb, Label.CC) == verb + 1
                ? s.child(next, Label.DOBJ)
                : -1;
    }
}
