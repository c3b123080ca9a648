package io.demarche.coder.attribute;

import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.context.Standing;
import io.demarche.coder.lexicon.ActRule;
import java.util.Set;

/**
 * How sure the coder is, from 0 to 1: a product of what the rule is worth and of how each side was found. Rules that ask for
 * a certain object ("expel" a diplomat) are worth more than bare verbs; a state's own name more than a pronoun. The factors
 * are set so that of the mentions at {@value #BELIEVED} and above the great majority is right.
 */
public final class Confidence {
    /** From here on an act is believed on one report. */
    public static final double BELIEVED = 0.85;

    private static final double SPECIFIC = 0.97;
    private static final double GENERAL = 0.8;
    private static final double NOUN = 0.95;
    private static final double SHIFTED = 0.95;
    private static final double BACKGROUND = 0.75;
    private static final double PURPOSE = 0.8;
    private static final double HEARSAY = 0.7;
    /** People rather than their state. */
    private static final double PRIVATE = 0.9;

    private static final Set<String> UNSPECIFIC = Set.of(ActRule.NO_OBJECT, ActRule.PARTY, ActRule.ANY_OBJECT);

    private Confidence() {}

    /** The confidence in an act. */
    public static double of(Match match, Party source, Party target, Standing standing, boolean hearsay) {
        ActRule rule = match.rule();
        double confidence = isSpecific(rule) ? SPECIFIC : GENERAL;
        confidence *= match.noun() ? NOUN : 1;
        confidence *= standing.shifts().isEmpty() ? 1 : SHIFTED;
        confidence *= standing.background() ? BACKGROUND : 1;
        confidence *= standing.purpose() ? PURPOSE : 1;
        confidence *= hearsay ? HEARSAY : 1;
        confidence *= of(source) * of(target);
        return Math.round(confidence * 1000) / 1000.0;
    }

    /** Whether the rule asks for more than a verb and two parties. */
    private static boolean isSpecific(ActRule rule) {
        return !rule.with().isEmpty() || rule.object().stream().anyMatch(each -> !UNSPECIFIC.contains(each));
    }

    private static double of(Party party) {
        return of(party.basis()) * (party.role().equals("CIVILIAN") ? PRIVATE : 1);
    }

    private static double of(Party.Basis basis) {
        return switch (basis) {
            case NAME, PHRASE -> 1;
            case PLACE, LEARNED -> 0.97;
            case DATED -> 0.8;
            case CONTEXT -> 0.88;
            case INFERRED -> 0.92;
            case LOOSE -> 0.8;
        };
    }
}
