package io.demarche.coder.clause;

import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Optional;
import java.util.Set;

/** The tense in which a sentence tells something. */
public final class Tenses {
    private static final int DEEPEST = 14;
    private static final Set<String> PRESENT = Set.of(Tag.VBZ, Tag.VBP, Tag.MD);

    private Tenses() {}

    /** Whether a word is told in the simple past or pluperfect: "left", "was leaving", "began to leave", but not "has left". */
    public static boolean isPast(ParsedSentence s, int token) {
        int at = token;
        for (int i = 0; i < DEEPEST && at >= 0; i++) {
            Optional<Boolean> past = ofVerb(s, at);
            if (past.isPresent()) {
                return past.get();
            }
            at = s.head(at);
        }
        return false;
    }

    /** Whether the first verb above a noun is in the past: "the raid killed nine", but not "the war has hurt trade". */
    public static boolean isNounOfPast(ParsedSentence s, int noun) {
        int verb = Clauses.governor(s, noun);
        return verb >= 0 && ofVerb(s, verb).orElse(false);
    }

    /** Whether the word is a verb in the past, or one in the present; empty where it shows no tense. */
    private static Optional<Boolean> ofVerb(ParsedSentence s, int token) {
        for (int c : s.children(token)) {
            if (s.label(c).startsWith(Label.AUX)
                    && (PRESENT.contains(s.tag(c)) || s.tag(c).equals(Tag.VBD))) {
                return Optional.of(s.tag(c).equals(Tag.VBD));
            }
        }
        boolean past = s.tag(token).equals(Tag.VBD);
        return past || PRESENT.contains(s.tag(token)) ? Optional.of(past) : Optional.empty();
    }
}
