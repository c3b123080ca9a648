package io.demarche.coder.attribute;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.act.Match;
import io.demarche.coder.actor.Party;
import io.demarche.coder.context.Standing;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Factor;
import io.demarche.coder.lexicon.Factors;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How sure the coder is, from 0 to 1: a product of factors for the rule, the form of its trigger, what stands around it and how
 * each side was found. {@code confidence.tsv} has their values, set so that of the mentions at {@value #BELIEVED} and above the
 * great majority is right, and that it pays to leave out those below its floor.
 */
public final class Confidence {
    /** From here on an act is believed on one report. */
    public static final double BELIEVED = 0.85;

    private static final Set<String> UNSPECIFIC = Set.of(ActRule.NO_OBJECT, ActRule.PARTY, ActRule.ANY_OBJECT);
    private static final Set<String> BEHIND = Set.of("pobj", "conj", "nmod", "compound", "appos", "attr");
    /** Summonses, protests, expulsions, recalls, closures. */
    private static final Set<String> DIPLOMATIC = Set.of("114", "161");

    private static final int FEW_NAMES = 2;
    private static final int MANY_NAMES = 3;
    private static final int DEEP = 2;
    private static final int FAR = 12;

    private final Factors factors;

    public Confidence(Factors factors) {
        this.factors = factors;
    }

    /**
     * What speaks for an act, its date aside.
     *
     * @param names how many states and organisations the sentence names
     * @param hearsay whether the other side, or a quotation, tells of the act
     */
    public double evidence(
            ParsedSentence s, Match match, Party source, Party target, Standing standing, boolean hearsay, long names) {
        double product = factors.value(Factor.BASE) * of(form(s, match));
        product *= isSpecific(match.rule()) ? 1 : of(Factor.GENERAL);
        product *= standing.shifts().isEmpty() ? 1 : of(Factor.CHANGED);
        product *= standing.background() ? of(Factor.IN_PASSING) : 1;
        product *= standing.purpose() ? of(Factor.PURPOSE) : 1;
        product *= hearsay ? of(Factor.HEARSAY) : 1;
        product *= standing.steps().size() < DEEP ? 1 : of(Factor.DEEP);
        product *= names < FEW_NAMES ? of(Factor.FEW_NAMES) : names > MANY_NAMES ? of(Factor.MANY_NAMES) : 1;
        product *= isFar(match, source) || isFar(match, target) ? of(Factor.FAR) : 1;
        return product * of(source) * of(target);
    }

    /** Whether there is too little evidence to code an act by the rule; the words of diplomacy are seldom used of anything else. */
    public boolean isTooLittle(ActRule rule, double evidence) {
        return evidence < factors.value(Factor.FLOOR) && !DIPLOMATIC.contains(rule.cameo());
    }

    /** The confidence in an act, to three digits. */
    public double of(double evidence, boolean dated) {
        return Math.round(evidence * (dated ? 1 : of(Factor.UNDATED)) * 1000) / 1000.0;
    }

    private static @Nullable Factor form(ParsedSentence s, Match match) {
        String tag = s.tag(match.token());
        if (match.noun()) {
            return BEHIND.contains(s.label(match.token())) ? Factor.NOUN_BEHIND : Factor.NOUN;
        }
        return switch (tag) {
            case "VBD", "VBN", "VBZ" -> null;
            case "VBG" -> isProgressive(s, match.token()) ? null : Factor.GERUND;
            default -> Factor.INFINITIVE;
        };
    }

    /** "is massing" is as finite as "massed". */
    private static boolean isProgressive(ParsedSentence s, int participle) {
        int head = s.head(participle);
        return s.hasChild(participle, "aux") || head >= 0 && lemma(s, head).equals("be");
    }

    /** Whether the rule asks for more than a verb and two parties. */
    private static boolean isSpecific(ActRule rule) {
        return !rule.with().isEmpty() || rule.object().stream().anyMatch(each -> !UNSPECIFIC.contains(each));
    }

    private static boolean isFar(Match match, Party party) {
        return Math.abs(party.token() - match.token()) >= FAR;
    }

    private double of(@Nullable Factor factor) {
        return factor == null ? 1 : factors.value(factor);
    }

    private double of(Party party) {
        return of(basis(party.basis())) * (party.role().equals("CIVILIAN") ? of(Factor.PRIVATE) : 1);
    }

    private static @Nullable Factor basis(Party.Basis basis) {
        return switch (basis) {
            case NAME, PHRASE -> null;
            case PLACE -> Factor.PLACE;
            case LEARNED -> Factor.LEARNED;
            case DATED -> Factor.DATED;
            case CONTEXT -> Factor.CONTEXT;
            case INFERRED -> Factor.INFERRED;
            case LOOSE -> Factor.LOOSE;
        };
    }
}
