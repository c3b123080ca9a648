package io.demarche.coder.candidate;

import io.demarche.coder.act.Sides;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Who in a sentence acts or is met as a private person rather than for a state. */
final class PrivatePersons {
    private static final Set<String> SOME = WordClasses.set("partial-quantifiers");

    private final ParsedSentence s;

    PrivatePersons(ParsedSentence s) {
        this.s = s;
    }

    /** Whether the sides of an act by the rule make it a private affair. */
    boolean isPrivate(ActRule rule, Sides sides) {
        if (rule.is(ActClass.BY_ANYBODY) || rule.subject().contains("people")) {
            return false;
        }
        boolean people = areCivilians(sides.sources());
        boolean toPeople = areCivilians(sides.targets());
        return sides.sources().stream().allMatch(this::isPrivate)
                || rule.is(ActClass.BETWEEN_STATES) && people && !toPeople
                || rule.is(ActClass.MUTUAL) && toPeople && !people;
    }

    /** "French tourists", "an American"; while "Palestinians and Israelis" may well be their leaders. */
    boolean isPrivate(Party party) {
        return isCivilian(party)
                && (party.basis() != Party.Basis.NAME || !s.tag(party.token()).endsWith("S") || areSome(party));
    }

    /** "many Finns", "some Chileans": not all, and so not their state. */
    boolean areSome(Party party) {
        return isCivilian(party)
                && Arrays.stream(s.children(party.token()))
                        .anyMatch(c ->
                                SOME.contains(Words.lower(s, c)) || s.tag(c).equals(Tag.CD));
    }

    private static boolean areCivilians(List<Party> parties) {
        return parties.stream().allMatch(PrivatePersons::isCivilian);
    }

    private static boolean isCivilian(Party party) {
        return party.role().equals("CIVILIAN");
    }
}
