package io.demarche.coder.attribute;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.act.Trigger;
import io.demarche.coder.actor.Party;
import io.demarche.coder.factuality.Factuality;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Factor;
import io.demarche.coder.lexicon.Factors;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How sure the coder is, from 0 to 1: a product of factors for the rule, the form of its trigger, what stands around it and how
 * each side was found. {@code confidence.tsv} has their values. To the model it is evidence; it is a mention's confidence where rules
 * alone code: for acts of organisations of which no label speaks.
 */
public final class Confidence {
    /** From here on an act is believed on one report, whatever step of the ladder it reaches. */
    public static final double BELIEVED = 0.85;

    private static final Set<String> UNSPECIFIC = Set.of(ActRule.NO_OBJECT, ActRule.PARTY, ActRule.ANY_OBJECT);
    private static final Set<String> BEHIND =
            Set.of(Label.POBJ, Label.CONJ, Label.NMOD, Label.COMPOUND, Label.APPOS, Label.ATTR);
    private static final int FEW_NAMES = 2;
    private static final int MANY_NAMES = 3;
    private static final int DEEP = 2;
    private static final int FAR = 12;

    private final Factors factors;

    public Confidence(Factors factors) {
        this.factors = factors;
    }

    /**
     * What speaks for an act; its date aside, and how grave it is.
     *
     * @param names how many states and organisations the sentence names
     * @param hearsay whether the other side, or a quotation, tells of the act
     */
    public double evidence(
            ParsedSentence s,
            Trigger trigger,
            Party source,
            Party target,
            Factuality factuality,
            boolean hearsay,
            long names) {
        List<Factor> holding = new ArrayList<>(List.of(Factor.BASE));
        form(s, trigger).ifPresent(holding::add);
        add(holding, !isSpecific(trigger.rule()), Factor.GENERAL);
        add(holding, !factuality.shifts().isEmpty(), Factor.CHANGED);
        add(holding, factuality.background(), Factor.IN_PASSING);
        add(holding, factuality.purpose(), Factor.PURPOSE);
        add(holding, hearsay, Factor.HEARSAY);
        add(holding, factuality.steps().size() >= DEEP, Factor.DEEP);
        add(holding, names < FEW_NAMES, Factor.FEW_NAMES);
        add(holding, names > MANY_NAMES, Factor.MANY_NAMES);
        add(holding, isFar(trigger, source) || isFar(trigger, target), Factor.FAR);
        for (Party side : List.of(source, target)) {
            basis(side.basis()).ifPresent(holding::add);
            add(holding, side.role().equals("CIVILIAN"), Factor.PRIVATE);
        }
        double product = 1;
        for (Factor factor : holding) {
            product *= value(trigger.rule(), factor);
        }
        return product;
    }

    /** Whether there is too little evidence to code an act by the rule. */
    public boolean isTooLittle(ActRule rule, double evidence) {
        return evidence < value(rule, Factor.FLOOR);
    }

    /** The confidence in an act, to three digits. */
    public double of(Trigger trigger, double evidence, boolean dated) {
        ActRule rule = trigger.rule();
        boolean violent = !isSpecific(rule) && !trigger.noun() && rule.is(ActClass.VIOLENT);
        double belief =
                evidence * (violent ? value(rule, Factor.VIOLENT) : 1) * (dated ? 1 : value(rule, Factor.UNDATED));
        return Math.round(belief * 1000) / 1000.0;
    }

    private static void add(List<Factor> holding, boolean holds, Factor factor) {
        if (holds) {
            holding.add(factor);
        }
    }

    private double value(ActRule rule, Factor factor) {
        return rule.is(ActClass.DIPLOMACY) ? factors.diplomaticValue(factor) : factors.value(factor);
    }

    private static Optional<Factor> form(ParsedSentence s, Trigger trigger) {
        String tag = s.tag(trigger.token());
        if (trigger.noun()) {
            boolean before = s.label(trigger.token()).equals(Label.COMPOUND); // "launched a mediation effort"
            int head = before ? s.head(trigger.token()) : trigger.token();
            boolean behind = !trigger.rule().isBySpeaker() && BEHIND.contains(s.label(head));
            return Optional.of(behind ? Factor.NOUN_BEHIND : Factor.NOUN);
        }
        return switch (tag) {
            case Tag.VBD, Tag.VBN, Tag.VBZ -> Optional.empty();
            case Tag.VBG -> isProgressive(s, trigger.token()) ? Optional.empty() : Optional.of(Factor.GERUND);
            default -> Optional.of(Factor.INFINITIVE);
        };
    }

    /** "is massing" is as finite as "massed". */
    private static boolean isProgressive(ParsedSentence s, int participle) {
        int head = s.head(participle);
        return s.hasChild(participle, Label.AUX) || head >= 0 && lemma(s, head).equals("be");
    }

    /** Whether the rule asks for more than a verb and two parties. */
    private static boolean isSpecific(ActRule rule) {
        return !rule.with().isEmpty() || rule.object().stream().anyMatch(each -> !UNSPECIFIC.contains(each));
    }

    private static boolean isFar(Trigger trigger, Party party) {
        return Math.abs(party.token() - trigger.token()) >= FAR;
    }

    private static Optional<Factor> basis(Party.Basis basis) {
        return switch (basis) {
            case NAME, PHRASE -> Optional.empty();
            case PLACE -> Optional.of(Factor.PLACE);
            case LEARNED -> Optional.of(Factor.LEARNED);
            case DATED -> Optional.of(Factor.DATED);
            case CONTEXT -> Optional.of(Factor.CONTEXT);
            case INFERRED -> Optional.of(Factor.INFERRED);
            case LOOSE -> Optional.of(Factor.LOOSE);
        };
    }
}
