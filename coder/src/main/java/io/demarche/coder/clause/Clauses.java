package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isRelative;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Logical subjects and objects of verbs. Tokens are indices; -1 means that there is none. */
public final class Clauses {
    /** No real sentence nests deeper; what does is junk. */
    private static final int DEEPEST = 12;

    private static final Set<String> OBJECT_CONTROL = WordClasses.set("object-control-verbs");

    private Clauses() {}

    /** Whether the verb is in the passive voice, also as a bare participle behind a noun ("charges made by"). */
    public static boolean isPassive(ParsedSentence s, int verb) {
        if (s.hasChild(verb, Label.AUXPASS) || s.hasChild(verb, Label.NSUBJPASS)) {
            return true;
        }
        if (!s.tag(verb).equals(Tag.VBN) || s.hasChild(verb, Label.AUX)) {
            return false;
        }
        if (s.hasChild(verb, Label.AGENT) && !s.hasChild(verb, Label.DOBJ)) {
            return true; // "the aunt of a man killed by rebels": the parser may take the aunt for the subject
        }
        return switch (s.label(verb)) {
            case Label.ACL, Label.NMOD, Label.ADVCL -> !s.hasChild(verb, Label.DOBJ) && !s.hasChild(verb, Label.NSUBJ);
            case Label.CONJ ->
                !s.hasChild(verb, Label.NSUBJ)
                        && !s.hasChild(verb, Label.DOBJ)
                        && isVerb(s, s.head(verb))
                        && isPassive(s, s.head(verb));
            default -> false;
        };
    }

    /** Who acts: the subject of an active verb, the "by" of a passive one. */
    public static int agent(ParsedSentence s, int verb) {
        if (!isPassive(s, verb)) {
            return subject(s, verb);
        }
        for (int c : s.children(verb)) {
            if (s.label(c).equals(Label.AGENT)
                    || (s.label(c).equals(Label.PREP) && lemma(s, c).equals("by"))) {
                int object = s.child(c, Label.POBJ);
                if (object >= 0) {
                    return object;
                }
            }
        }
        return causer(s, verb);
    }

    /** "had the ambassador summoned": whoever has it done. */
    private static int causer(ParsedSentence s, int participle) {
        int patient = s.label(participle).equals(Label.ACL) ? s.head(participle) : -1;
        boolean caused = patient >= 0
                && s.label(patient).equals(Label.DOBJ)
                && lemma(s, s.head(patient)).equals("have");
        return caused ? subject(s, s.head(patient)) : -1;
    }

    /** Who or what is acted upon: the object of an active verb, the subject of a passive one. */
    public static int patient(ParsedSentence s, int verb) {
        if (isPassive(s, verb)) {
            return subject(s, verb);
        }
        int object = s.child(verb, Label.DOBJ);
        if (object < 0
                || DateWords.isUnit(lemma(s, object))
                        && s.hasChild(verb, Label.DATIVE)) { // "gave them a week to leave"
            object = s.child(verb, Label.DATIVE);
            if (object >= 0 && !isNoun(s, object) && s.hasChild(object, Label.POBJ)) {
                object = -1;
            }
        }
        if (object < 0 && s.hasChild(verb, Label.CCOMP)) {
            object = causee(s, s.child(verb, Label.CCOMP));
        }
        if (object < 0 && s.label(verb).equals(Label.CONJ)) {
            return SharedObjects.ofJoined(s, verb);
        }
        object = object < 0 ? SharedObjects.ofFirst(s, verb) : object;
        return object >= 0 ? antecedent(s, object) : relativeObject(s, verb);
    }

    /** "let the crew go", "helped Haiti rebuild": whom the verb before a bare infinitive is done to. */
    private static int causee(ParsedSentence s, int verb) {
        return s.tag(verb).equals(Tag.VB) && !s.hasChild(verb, Label.AUX) && !s.hasChild(verb, Label.MARK)
                ? s.child(verb, Label.NSUBJ)
                : -1;
    }

    /** "the diplomats that France expelled": the noun that the clause hangs from, where the verb has a subject of its own. */
    private static int relativeObject(ParsedSentence s, int verb) {
        if (!s.label(verb).equals(Label.RELCL)) {
            return -1;
        }
        int subject = s.child(verb, Label.NSUBJ);
        return subject >= 0 && !isRelative(s, subject) && !s.hasChild(verb, Label.PREP) ? s.head(verb) : -1;
    }

    /** The grammatical subject, found through infinitives, participles, coordination and relative clauses. */
    public static int subject(ParsedSentence s, int verb) {
        return Subjects.of(s, verb);
    }

    /** Whether the verb makes its object do what hangs on both: "helped Chad rebuild". */
    public static boolean controlsObject(ParsedSentence s, int verb) {
        return OBJECT_CONTROL.contains(lemma(s, verb));
    }

    /** A subject with others of the same verb that "and" joins to it, where the tree has them side by side. */
    public static List<Integer> joined(ParsedSentence s, int subject) {
        List<Integer> all = new ArrayList<>();
        int verb = s.head(subject);
        if (verb >= 0 && s.label(subject).startsWith(Label.NSUBJ)) {
            for (int c : s.children(verb)) {
                boolean listed = s.form(s.subtree(c).end() - 1).equals(",") // "X of Chad, Y of Togo and Z of Mali met"
                        && isNoun(s, c)
                        && s.tag(c).equals(s.tag(subject))
                        && prepositional(s, c, "of") >= 0
                        && prepositional(s, subject, "of") >= 0;
                if (c < subject && s.label(c).equals(s.label(subject)) && (s.hasChild(c, Label.CC) || listed)) {
                    all.add(c);
                }
            }
        }
        all.add(subject);
        return all;
    }

    /** Whether "to" stands before the verb. */
    public static boolean isInfinitive(ParsedSentence s, int verb) {
        for (int c : s.children(verb, Label.AUX)) {
            if (lemma(s, c).equals("to")) {
                return true;
            }
        }
        return false;
    }

    /** The verb above a noun, through prepositions and other nouns; -1 where there is none. */
    public static int governor(ParsedSentence s, int noun) {
        int at = s.head(noun);
        for (int i = 0; at >= 0 && i < DEEPEST; i++) {
            if (isVerb(s, at)) {
                return at;
            }
            at = s.head(at);
        }
        return -1;
    }

    /** What a relative pronoun stands for; any other token itself. */
    public static int antecedent(ParsedSentence s, int token) {
        if (!isRelative(s, token)) {
            return token;
        }
        int at = s.head(token);
        for (int i = 0; at >= 0 && i < DEEPEST; i++) {
            if (s.label(at).equals(Label.RELCL) || (s.label(at).equals(Label.ACL) && s.head(at) >= 0)) {
                return named(s, s.head(at));
            }
            at = s.head(at);
        }
        return token;
    }

    /** "Peru is the only state which": what is said of the state is said of Peru. */
    private static int named(ParsedSentence s, int noun) {
        int verb = noun >= 0 && s.label(noun).equals(Label.ATTR) ? s.head(noun) : -1;
        int subject = verb >= 0 ? s.child(verb, Label.NSUBJ) : -1;
        return subject >= 0 && isNoun(s, subject) ? subject : noun;
    }

    /** The object of the first preposition of that name under the token; -1 where there is none. */
    public static int prepositional(ParsedSentence s, int token, String preposition) {
        for (int c : s.children(token)) {
            if (isPreposition(s, c) && lemma(s, c).equals(preposition)) {
                int object = s.child(c, Label.POBJ);
                if (object >= 0) {
                    return object;
                }
            }
        }
        return -1;
    }

    /** The objects of all prepositions of that name under the token, from left to right. */
    public static List<Integer> prepositionals(ParsedSentence s, int token, String preposition) {
        List<Integer> found = new ArrayList<>();
        for (int c : s.children(token)) {
            if (isPreposition(s, c) && lemma(s, c).equals(preposition)) {
                for (int object : s.children(c, Label.POBJ)) {
                    found.add(object);
                }
            }
        }
        return found;
    }

    /** As {@link #prepositionals}; a preposition right behind a noun is the noun's even where the parser hangs it on the verb. */
    public static List<Integer> complements(ParsedSentence s, int noun, String preposition) {
        List<Integer> found = prepositionals(s, noun, preposition);
        int next = noun + 1;
        boolean behind = next < s.size()
                && found.isEmpty()
                && isPreposition(s, next)
                && (s.head(next) == s.head(noun) || s.head(noun) >= 0 && s.head(next) == s.head(s.head(noun)))
                && lemma(s, next).equals(preposition);
        return behind && s.hasChild(next, Label.POBJ) ? List.of(s.child(next, Label.POBJ)) : found;
    }

    public static boolean isPreposition(ParsedSentence s, int i) {
        return switch (s.label(i)) {
            case Label.PREP, Label.AGENT, Label.DATIVE -> true;
            default -> false;
        };
    }

    /** What a token stands for when it says how many: "two of Azerbaijan's diplomats" are diplomats. */
    public static int counted(ParsedSentence s, int token) {
        int at = token;
        for (int i = 0; i < DEEPEST && Words.isQuantity(s, at); i++) {
            int of = prepositional(s, at, "of");
            of = of < 0 ? prepositional(s, at, "in") : of; // "ten million dollars in aid"
            if (of < 0) {
                return at;
            }
            at = of;
        }
        return at;
    }
}
