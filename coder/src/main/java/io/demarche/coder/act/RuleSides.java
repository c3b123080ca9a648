package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the two sides of an act at the places that its rule names. */
public final class RuleSides {
    /** Where a passive that names nobody may yet say who acts: "was arrested in Iran". */
    private static final List<String> PASSIVE_SOURCES = WordClasses.list("passive-source-prepositions");

    private static final Set<String> ORGANISATIONS = WordClasses.set("organisations");
    private static final String NO_STATES_GROUP = "IMG";
    private static final Set<String> CARRYING = WordClasses.set("carrying-prepositions");
    /** Places at which whoever acts is said, not inferred. */
    private static final Set<String> NAMED = WordClasses.set("named-places");

    private static final String EACH = "each";
    private static final String ONLY = "only";
    private static final Set<String> EXCHANGING = WordClasses.set("exchange-verbs");
    private static final String INSIDE = "inside";
    private static final String CLAUSE = "clause";
    private final ParsedSentence s;
    private final ActorFinder actors;
    private final ArgumentFinder arguments;
    private final Circumstances circumstances;
    private final EventNouns eventNouns;

    public RuleSides(ParsedSentence s, ActorFinder actors, NounReader nouns, Acts acts) {
        this.actors = actors;
        this.eventNouns = new EventNouns(s, actors, nouns, acts);
        this.s = s;
        this.arguments = new ArgumentFinder(s, actors, nouns, eventNouns);
        this.circumstances = new Circumstances(s, actors, nouns, arguments);
    }

    /** The sides that the words of the trigger's own clause name, as far as they do. */
    public Sides of(Trigger fired) {
        ActRule rule = fired.rule();
        TriggerWord trigger = fired.word();
        List<Party> sources = List.of();
        for (String place : rule.source()) {
            sources = place.equals("subject") && trigger.noun()
                    ? nounSubject(rule, trigger)
                    : arguments.at(place, trigger);
            if (place.equals("by") && trigger.noun() && !isCarried(trigger)) {
                sources = eventNouns.owner(trigger.token());
            }
            if (!sources.isEmpty()) {
                boolean named = NAMED.contains(place) || place.equals("from") && trigger.noun();
                sources = named ? sources : inferred(sources);
                break;
            }
        }
        if (sources.isEmpty() && rule.is(ActClass.FORCE)) {
            sources = eventNouns.doerAsSubject(trigger);
        }
        if (sources.isEmpty() && rule.is(ActClass.FORCE) && isAgentless(trigger)) {
            sources = eventNouns.doerBehind(trigger);
            sources = sources.isEmpty() ? eventNouns.doerWhen(trigger.token()) : sources;
        }
        if (sources.isEmpty() && isAgentless(trigger) && rule.is(ActClass.LOCAL)) {
            Set<String> victims = codes(arguments.at("object", trigger));
            for (String place : PASSIVE_SOURCES) {
                boolean open = sources.isEmpty() && !rule.target().contains(place);
                sources = open ? inferred(without(arguments.at(place, trigger), victims)) : sources;
            }
        }
        Set<String> codes = codes(sources);
        if (rule.is(ActClass.JUDGING) && !trigger.noun() && eventNouns.isHostile(trigger)) {
            return new Sides(sources, without(codes, eventNouns.doer(trigger)), false);
        }
        for (String place : rule.target()) {
            if (place.equals(ONLY)
                    || place.equals(INSIDE) && rule.is(ActClass.CALLING) && arguments.addressesFirm(trigger)) {
                continue;
            }
            if (place.equals(EACH)) {
                boolean others = rule.is(ActClass.FORCE)
                        ? isAgainstAnother(trigger)
                        : rule.target().contains("with") && circumstances.isWithAnother(trigger);
                if (codes.size() > 1 && !others && !isOfMany(trigger, codes)) {
                    return new Sides(sources, sources, true);
                }
                continue;
            }
            List<Party> targets = place.equals("subject") && trigger.noun()
                    ? eventNouns.owner(trigger.token())
                    : place.equals("inside") ? arguments.inside(trigger, codes) : arguments.at(place, trigger);
            if (sources.isEmpty() && place.equals("between") && targets.size() > 1) {
                return new Sides(targets, targets, true);
            }
            List<Party> others = elsewhere(rule, without(codes, targets));
            if (!others.isEmpty()) {
                return new Sides(sources, withLand(rule, others, codes), false);
            }
            if (!targets.isEmpty() && place.equals(CLAUSE) && rule.is(ActClass.COMMENT)) {
                return new Sides(sources, List.of(), false); // "hoped that its own ban would hold"
            }
            boolean spokenTo = place.equals("object") && isSaidToAnother(rule, trigger, codes);
            boolean ownCitizens = place.equals("from") && rule.is(ActClass.REFUSAL); // "rejected requests from its own"
            if (!targets.isEmpty() && (spokenTo || ownCitizens)) {
                return new Sides(sources, List.of(), false);
            }
        }
        if (!rule.target().contains(ONLY)
                && rule.is(ActClass.LOOSE)
                && !rule.is(ActClass.EXPULSION)
                && !trigger.noun()
                && !isSaidToAnother(rule, trigger, codes)
                && !(rule.is(ActClass.CALLING) && arguments.addressesFirm(trigger))) {
            Set<String> passed = rule.is(ActClass.WORDS) || rule.is(ActClass.PLANS) ? Set.of() : codes;
            List<Party> others = elsewhere(rule, without(codes, arguments.around(trigger, passed))).stream()
                    .map(party -> party.withBasis(Party.Basis.LOOSE))
                    .toList();
            if (others.isEmpty() && (rule.is(ActClass.AID) || rule.is(ActClass.FORCE))) {
                others = without(codes, arguments.aroundInstitutions(trigger, passed)).stream()
                        .map(party -> party.withBasis(Party.Basis.LOOSE))
                        .toList();
            }
            if (!others.isEmpty()) {
                return new Sides(sources, others, false);
            }
        }
        if (!rule.target().contains(ONLY) && !trigger.noun()) {
            List<Party> others = inferred(without(codes, circumstances.condition(trigger.token())));
            return new Sides(sources, others, false);
        }
        return new Sides(sources, List.of(), false);
    }

    /** "agreements reached by Chad, Kenya and Peru": each has its own. */
    private boolean isOfMany(TriggerWord trigger, Set<String> codes) {
        int told = trigger.noun() ? trigger.token() : trigger.object();
        return codes.size() > 2 && told >= 0 && s.tag(told).equals(Tag.NNS);
    }

    /** "Kenyans and Ugandans must fight against them", "raided villages": not against each other, whoever they are. */
    private boolean isAgainstAnother(TriggerWord trigger) {
        if (trigger.noun()) {
            return false;
        }
        int reached = trigger.object();
        boolean reaches = reached >= 0
                && isNoun(s, reached)
                && s.label(reached).equals(Label.DOBJ)
                && !EXCHANGING.contains(lemma(s, trigger.token()));
        return reaches
                || Clauses.prepositionals(s, trigger.token(), "against").stream()
                        .anyMatch(object -> !s.hasChild(object, Label.DET)
                                || !Words.lower(s, s.child(object, Label.DET)).equals("each"));
    }

    /** An organisation that works in a state, refugees whom it has taken in. */
    private boolean isOnForeignLand(Party party) {
        return isOrganisation(party) || lemma(s, party.token()).equals("refugee");
    }

    /** Aid to an organisation reaches the state where it works; an attack by no state on an embassy is one on its host as well. */
    private List<Party> withLand(ActRule rule, List<Party> targets, Set<String> sources) {
        boolean force = rule.is(ActClass.FORCE);
        boolean reaches = rule.is(ActClass.AID) && targets.stream().allMatch(this::isOnForeignLand)
                || force && targets.stream().allMatch(party -> party.code().equals(NO_STATES_GROUP))
                || force
                        && sources.equals(Set.of(NO_STATES_GROUP))
                        && targets.stream().allMatch(party -> party.role().equals("EMBASSY"));
        if (!reaches) {
            return targets;
        }
        Map<String, Party> all = new LinkedHashMap<>();
        targets.forEach(party -> all.put(party.code(), party));
        inferred(circumstances.land(targets)).forEach(party -> all.putIfAbsent(party.code(), party));
        sources.forEach(all::remove);
        return List.copyOf(all.values());
    }

    static boolean isOrganisation(Party party) {
        return ORGANISATIONS.contains(party.code());
    }

    /** Whether the object is somebody who is spoken to, yet no other side: "urged its citizens to leave Chad". */
    private boolean isSaidToAnother(ActRule rule, TriggerWord trigger, Set<String> sources) {
        return rule.is(ActClass.WORDS)
                && arguments.addressesSomebody(trigger)
                && without(sources, arguments.at("object", trigger)).isEmpty();
    }

    /** Without the towns in which it was merely done. */
    private List<Party> elsewhere(ActRule rule, List<Party> parties) {
        return rule.is(ActClass.ANYWHERE) && !rule.is(ActClass.COMING)
                ? parties.stream()
                        .filter(party -> !actors.venues().isWhere(party))
                        .toList()
                : parties;
    }

    private static List<Party> without(Set<String> codes, List<Party> parties) {
        return parties.stream().filter(party -> !codes.contains(party.code())).toList();
    }

    private boolean isAgentless(TriggerWord trigger) {
        return !trigger.noun() && trigger.subject() < 0 && Clauses.isPassive(s, trigger.token());
    }

    private List<Party> nounSubject(ActRule rule, TriggerWord trigger) {
        boolean suffered = trigger.object() >= 0
                && s.head(trigger.object()) == trigger.token()
                && s.label(trigger.object()).equals(Label.POSS); // "the tanker's release"
        List<Party> owner = suffered ? by(trigger) : eventNouns.owner(trigger.token());
        if (owner.isEmpty() && rule.is(ActClass.WORDS)) {
            owner = arguments.at("from", new TriggerWord(trigger.token(), true, -1, -1, -1)); // "a warning from Oslo"
        }
        if (owner.isEmpty() && Talks.isHeldByTeller(s, rule, trigger.token())) {
            int teller = Clauses.agent(s, trigger.carrier());
            return teller < 0
                    ? List.of()
                    : arguments.at("subject", new TriggerWord(trigger.carrier(), false, teller, -1, -1));
        }
        if (!owner.isEmpty() || trigger.carrier() < 0 || !isCarried(trigger)) {
            return owner;
        }
        int agent = Clauses.agent(s, trigger.carrier());
        return agent < 0
                        || s.subtree(trigger.token()).contains(agent)
                        || agent == trigger.token()
                        || s.isDescendant(trigger.token(), agent)
                ? List.of()
                : arguments.at("subject", new TriggerWord(trigger.carrier(), false, agent, -1, -1));
    }

    private List<Party> by(TriggerWord trigger) {
        return trigger.subject() < 0 ? List.of() : actors.find(trigger.subject());
    }

    /** "launched an attack", "informed her of the expulsion", "went on a visit"; but not "closed the border over the attack". */
    private boolean isCarried(TriggerWord trigger) {
        int head = s.head(trigger.token());
        if (head < 0 || isVerb(s, head) || isNoun(s, head)) {
            return true;
        }
        return CARRYING.contains(lemma(s, head)) && s.head(head) == trigger.carrier();
    }

    private static Set<String> codes(List<Party> parties) {
        Set<String> codes = new HashSet<>();
        parties.forEach(party -> codes.add(party.code()));
        return codes;
    }

    private static List<Party> without(List<Party> parties, Set<String> codes) {
        return parties.stream().filter(party -> !codes.contains(party.code())).toList();
    }

    private static List<Party> inferred(List<Party> parties) {
        return parties.stream()
                .map(party -> party.withBasis(Party.Basis.INFERRED))
                .toList();
    }
}
