package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.lexicon.Drop;
import io.demarche.coder.lexicon.DropReason;
import io.demarche.coder.lexicon.Stance;
import io.demarche.coder.lexicon.Stances;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the words that govern an act mean, by themselves and by the form of what hangs on them. */
final class Governors {
    private static final int DEEPEST = 14;
    /** What is under one of these was not done, nor what it would have served. */
    private static final Set<Stance> UNDONE = EnumSet.of(Stance.DOUBT, Stance.END, Stance.DENY, Stance.REFUSE);

    private static final Set<Stance> REPORTS = EnumSet.of(Stance.SAY, Stance.DECIDE);

    private static final Set<String> CARRIED = Set.of(Label.XCOMP, Label.ACL, Label.DOBJ);
    private static final Set<String> FIRST_PERSON = WordClasses.set("first-person-subjects");

    /** "left during his visit", "damage caused by the war": what hangs so is told in passing; the words above do not bear on it. */
    private static final Set<String> IN_PASSING = WordClasses.set("in-passing-prepositions");

    private final ParsedSentence s;
    private final Stances stances;

    Governors(ParsedSentence s, Stances stances) {
        this.s = s;
        this.stances = stances;
    }

    /** The stance that the word at the token takes toward what it governs, with its particle ("rule out"). */
    Optional<Stance> stance(int token) {
        String lemma = lemma(s, token);
        for (int c : s.children(token)) {
            if (c > token && (s.label(c).equals(Label.PRT) || s.label(c).equals(Label.PREP))) {
                Optional<Stance> phrasal = stances.of(lemma + " " + lemma(s, c));
                if (phrasal.isPresent()) {
                    return phrasal;
                }
            }
        }
        Optional<Stance> toDo = hasInfinitive(token) ? stances.of(lemma + " to") : Optional.empty();
        return toDo.isPresent() ? toDo : stances.of(lemma);
    }

    private boolean hasInfinitive(int noun) {
        int clause = isNoun(s, noun) ? s.child(noun, Label.ACL) : -1;
        return clause > noun && lower(s, s.subtree(clause).begin()).equals("to");
    }

    /** "The closure was announced": a report of the act in the passive. */
    boolean isReported(int node, int head) {
        return s.label(node).equals(Label.NSUBJPASS)
                && isNoun(s, node)
                && stance(head).filter(REPORTS::contains).isPresent();
    }

    /** Whether what hangs on the preposition is told in passing. */
    boolean isInPassing(int preposition) {
        return IN_PASSING.contains(lower(s, preposition));
    }

    /** "rumours that Mali severed ties": no relative clause, though it may be parsed as one, but what they say. */
    boolean isContent(int clause) {
        int mark = s.child(clause, Label.MARK);
        return mark >= 0 && lower(s, mark).equals("that");
    }

    /** "had planned to visit", "originally planned to": told of what is intended no longer. */
    boolean isGivenUp(int verb) {
        for (int c : s.children(verb)) {
            boolean had = s.label(c).equals(Label.AUX) && s.form(c).equals("had");
            String adverb = s.label(c).equals(Label.ADVMOD) ? lower(s, c) : "";
            if (stances.of(had ? "had " + lemma(s, verb) : adverb)
                    .filter(Stance.END::equals)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Why the purpose of the word was not reached: "failed to take steps to stop", "a mistake to invite". What serves something that
     * is not done, or ill judged, was not done either.
     */
    Optional<Drop> missed(int served) {
        if (stance(served).orElse(Stance.DO) == Stance.JUDGE && !isVerb(s, served)) {
            return Optional.of(DropReason.JUDGED.at(s.form(served)));
        }
        int node = served;
        for (int depth = 0; depth < DEEPEST && s.head(node) >= 0 && CARRIED.contains(s.label(node)); depth++) {
            int head = s.head(node);
            if (stance(head).filter(UNDONE::contains).isPresent()) {
                return Optional.of(DropReason.SERVES_UNDONE.at(s.form(head)));
            }
            node = head;
        }
        return Optional.empty();
    }

    /** "I would like to thank": who says so has done it with that. */
    boolean isSaidBySayingSo(int verb, int wish) {
        int subject = s.child(wish, Label.NSUBJ);
        Stance said = stance(verb).orElse(Stance.DO);
        return (said == Stance.JUDGE || said == Stance.SAY) && subject >= 0 && FIRST_PERSON.contains(lower(s, subject));
    }

    /** "the novel tells how": no report of what happened. */
    boolean isTold(int verb) {
        int teller = isVerb(s, verb) ? s.child(verb, Label.NSUBJ) : -1;
        return teller >= 0
                && isNoun(s, teller)
                && stance(teller).filter(Stance.DOUBT::equals).isPresent();
    }

    /** "Rumours spread today that Mali had severed ties": what is rumoured, wherever the parser hangs it. */
    boolean isRumoured(int clause) {
        if (!isVerb(s, clause) || !opensWithThat(clause)) {
            return false;
        }
        int verb = verbAbove(clause);
        return verb >= 0 && isTold(verb);
    }

    private boolean opensWithThat(int clause) {
        for (int c : s.children(clause)) {
            if (c < clause && lower(s, c).equals("that")) {
                return true;
            }
        }
        return false;
    }

    /** The nearest verb above the token; -1 where there is none. */
    int verbAbove(int token) {
        int verb = s.head(token);
        for (int depth = 0; depth < DEEPEST && verb >= 0 && !isVerb(s, verb); depth++) {
            verb = s.head(verb);
        }
        return verb;
    }

    /** "Oslo ordered Moscow to close it": what is ordered of another state by name is the order's act, not the other's. */
    boolean isOrderToAnother(int node, int head) {
        for (int c = head + 1; c < node; c++) {
            boolean ordered = s.head(c) == head && s.label(c).equals(Label.DOBJ)
                    || s.head(c) == node && s.label(c).equals(Label.NSUBJ);
            if (ordered && (s.tag(c).startsWith(Tag.NNP) || s.tag(c).equals(Tag.PRP))) {
                return true;
            }
        }
        return false;
    }
}
