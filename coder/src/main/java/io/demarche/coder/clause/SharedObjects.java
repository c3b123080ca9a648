package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isVerb;

import io.demarche.coder.parse.ParsedSentence;

/** An object that two joined verbs have in common, at the one at which the parser did not hang it. */
final class SharedObjects {
    private SharedObjects() {}

    /** "condemned and rejected the proposal": a verb without an object before one with. */
    static int ofJoined(ParsedSentence s, int verb) {
        int head = s.head(verb);
        return isVerb(s, head) && !s.hasChild(verb, "prep") && s.child(head, "dobj") > verb
                ? s.child(head, "dobj")
                : -1;
    }

    /** "killed or wounded 20 soldiers": a verb right before the one that has the object of both. */
    static int ofFirst(ParsedSentence s, int verb) {
        int next = s.child(verb, "conj");
        return next == verb + 2 && isVerb(s, next) && s.child(verb, "cc") == verb + 1 ? s.child(next, "dobj") : -1;
    }
}
