package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.TokenRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Applies the rules of the lexicon to a sentence. */
public final class ActFinder {
    private static final Set<String> NO_PREDICATE = Set.of("aux", "auxpass", "nmod", "amod", "compound", "nn", "case");
    private static final Set<String> PARTICLES =
            Set.of("prt", "prep", "advmod", "npadvmod", "acomp", "oprd", "dobj", "xcomp", "ccomp");
    private static final Set<String> ADJECTIVES = Set.of("acomp", "oprd", "xcomp", "attr", "ccomp", "root", "conj");
    private static final Set<String> EFFORTS = Set.of(
            "effort",
            "mission",
            "initiative",
            "process",
            "drive",
            "campaign",
            "role",
            "program",
            "operation",
            "talks",
            "talk");
    /** Where a passive that names nobody may yet say who acts: "was arrested in Iran". */
    private static final List<String> PASSIVE_SOURCES = List.of("from", "in", "at");
    /** Acts that are done where those who do them rule. */
    private static final Set<String> LOCAL_ROOTS = Set.of("08", "09", "15", "16", "17");
    /** Acts for which the other side may stand anywhere in what follows. */
    private static final Set<String> LOOSE_ROOTS =
            Set.of("01", "02", "03", "07", "08", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20");

    private static final Set<String> CARRYING = Set.of("of", "in", "on", "to", "with", "into");
    private static final String EACH = "each";
    private static final String ONLY = "only";
    private static final List<List<String>> WITH_INFINITIVE = List.of(List.of("+infinitive"));
    private static final Set<String> COMPLEMENTS = Set.of("xcomp", "ccomp", "advcl", "relcl", "acl");

    private final Acts acts;
    private final NounReader nouns;
    private final ParsedSentence s;
    private final ActorFinder actors;
    private final Places places;

    public ActFinder(Acts acts, NounReader nouns, ParsedSentence s, ActorFinder actors) {
        this.acts = acts;
        this.nouns = nouns;
        this.s = s;
        this.actors = actors;
        this.places = new Places(s, actors, nouns, acts);
    }

    /** One match for each word that some rule fits: the first rule that does. */
    public List<Match> find() {
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (!NO_PREDICATE.contains(s.label(i))
                    || isActOfEffort(i)
                    || s.tag(i).equals("MD")) {
                match(i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** "a mediation effort", "its rescue mission": the act stands before the noun. */
    private boolean isActOfEffort(int token) {
        return s.label(token).equals("compound")
                && s.head(token) >= 0
                && isNoun(s, token)
                && EFFORTS.contains(lemma(s, s.head(token)));
    }

    private Optional<Match> match(int token) {
        boolean noun = isNoun(s, token);
        boolean obligation = s.tag(token).equals("MD") && s.head(token) >= 0;
        boolean adjective = s.tag(token).equals("JJ") && ADJECTIVES.contains(s.label(token));
        if (!noun && !isVerb(s, token) && !obligation && !adjective) {
            return Optional.empty();
        }
        List<Acts.Trigger> triggers = noun ? acts.ofNoun(lemma(s, token)) : acts.ofVerb(lemma(s, token));
        if (triggers.isEmpty()) {
            return Optional.empty();
        }
        Trigger trigger = noun ? nounTrigger(token) : obligation ? obligation(token) : verbTrigger(token);
        for (Acts.Trigger candidate : triggers) {
            if (fits(candidate, trigger)) {
                return Optional.of(resolve(candidate.rule(), withObject(candidate, trigger)));
            }
        }
        return Optional.empty();
    }

    /** "Tehran must release him": the words that oblige are triggers of their own, between whoever says so and whoever must. */
    private Trigger obligation(int token) {
        int verb = s.head(token);
        int above = s.head(verb);
        boolean said = above >= 0 && isVerb(s, above) && s.label(verb).equals("ccomp");
        return new Trigger(token, false, said ? Clauses.agent(s, above) : -1, Clauses.subject(s, verb), -1);
    }

    private Trigger verbTrigger(int token) {
        return new Trigger(token, false, Clauses.agent(s, token), Clauses.patient(s, token), -1);
    }

    private Trigger nounTrigger(int token) {
        int carrier = Clauses.governor(s, token);
        int object = Clauses.prepositional(s, token, "of");
        int by = Clauses.prepositional(s, token, "by");
        int subject = by >= 0 ? by : s.child(token, "poss");
        return new Trigger(token, true, subject, object, carrier);
    }

    /** The object of a preposition that belongs to the trigger ("pull out of talks", "call for sanctions") is its object. */
    private Trigger withObject(Acts.Trigger candidate, Trigger trigger) {
        if (trigger.noun() || trigger.object() >= 0 || candidate.particles().isEmpty()) {
            return trigger;
        }
        String last = candidate.particles().get(candidate.particles().size() - 1);
        int object = Clauses.prepositional(s, trigger.token(), last);
        for (int c : s.children(trigger.token())) {
            if (object < 0 && candidate.particles().contains(lemma(s, c))) {
                object = Clauses.prepositional(s, c, last);
            }
        }
        return object < 0 ? trigger : new Trigger(trigger.token(), false, trigger.subject(), object, trigger.carrier());
    }

    private boolean fits(Acts.Trigger candidate, Trigger trigger) {
        ActRule rule = candidate.rule();
        return hasParticles(candidate.particles(), trigger.token())
                && hasWords(rule, trigger)
                && fitsObject(rule, withObject(candidate, trigger))
                && fitsSubject(rule, trigger);
    }

    /** "called it murder on Thursday" does not call on anybody. */
    private boolean isTemporal(int preposition) {
        int object = s.child(preposition, "pobj");
        return object >= 0
                && (DateWords.weekday(Words.lower(s, object)).isPresent()
                        || DateWords.month(Words.lower(s, object)).isPresent());
    }

    private boolean hasParticles(List<String> particles, int token) {
        int at = token;
        for (String particle : particles) {
            int next = -1;
            for (int c : s.children(at)) {
                if (c > at && lemma(s, c).equals(particle) && PARTICLES.contains(s.label(c)) && !isTemporal(c)) {
                    next = c;
                    break;
                }
            }
            if (next < 0 && at + 1 < s.size() && lemma(s, at + 1).equals(particle)) {
                next = at + 1;
            }
            if (next < 0 && at != token) {
                for (int c : s.children(token)) {
                    if (c > at && lemma(s, c).equals(particle)) {
                        next = c;
                        break;
                    }
                }
            }
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private boolean hasWords(ActRule rule, Trigger trigger) {
        if (rule.with().isEmpty()) {
            return true;
        }
        if (rule.with().contains(WITH_INFINITIVE)) {
            return hasInfinitive(trigger.token());
        }
        boolean alone = rule.isBySpeaker() || !trigger.noun() || trigger.carrier() < 0;
        int top = alone ? trigger.token() : trigger.carrier();
        TokenRange range = s.subtree(top);
        return rule.with().stream().anyMatch(sequences -> sequences.stream().allMatch(words -> stands(words, range)));
    }

    private boolean hasInfinitive(int token) {
        for (int c : s.children(token)) {
            if (COMPLEMENTS.contains(s.label(c)) && isVerb(s, c)) {
                for (int aux : s.children(c, "aux")) {
                    if (lemma(s, aux).equals("to")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean stands(List<String> words, TokenRange range) {
        for (int i = range.begin(); i + words.size() <= range.end(); i++) {
            boolean all = true;
            for (int k = 0; k < words.size() && all; k++) {
                all = lemma(s, i + k).equals(words.get(k));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private boolean fitsObject(ActRule rule, Trigger trigger) {
        if (rule.object().isEmpty()) {
            return true;
        }
        boolean mayLack = rule.object().contains(ActRule.NO_OBJECT);
        if (trigger.object() < 0) {
            return mayLack;
        }
        return objects(trigger.object()).anyMatch(object -> isOf(rule.object(), object));
    }

    private Stream<Integer> objects(int object) {
        return Stream.concat(
                        Stream.of(object, Clauses.counted(s, object)),
                        java.util.Arrays.stream(s.children(object, "conj")).boxed())
                .distinct();
    }

    private boolean isOf(List<String> classes, int noun) {
        if (classes.contains(ActRule.PARTY)) {
            List<Party> found = actors.find(noun);
            if (found.stream().anyMatch(party -> party.basis() == Party.Basis.NAME)) {
                return true;
            }
        }
        boolean envoys = classes.contains("diplomat") || classes.contains("ambassador");
        if (envoys && Words.isPronoun(s, noun)) {
            return actors.find(noun).stream().anyMatch(party -> party.role().equals("EMBASSY"));
        }
        boolean people = classes.contains("people") || classes.contains("prisoner");
        if (people && actors.find(noun).stream().anyMatch(party -> party.role().equals("CIVILIAN"))) {
            return true;
        }
        return nouns.isAny(s, noun, classes);
    }

    /** A state by its bare name may always be the subject; a noun must be of one of the classes. */
    private boolean fitsSubject(ActRule rule, Trigger trigger) {
        if (rule.subject().isEmpty() || trigger.subject() < 0) {
            return true;
        }
        return objects(trigger.subject())
                .anyMatch(subject -> nouns.isAny(s, subject, rule.subject()) || isNamed(subject, rule.subject()));
    }

    private boolean isNamed(int subject, List<String> classes) {
        List<Party> found = actors.findAlone(subject);
        if (found.isEmpty()) {
            return false;
        }
        boolean people = classes.contains("people");
        boolean government = classes.contains("head") || classes.contains("government");
        return found.stream()
                .anyMatch(
                        party -> party.role().equals("CIVILIAN") || party.role().equals("REBELS")
                                ? people || classes.contains("rebels")
                                : government && nouns.entries(s, subject).isEmpty());
    }

    private Match resolve(ActRule rule, Trigger trigger) {
        List<Party> sources = List.of();
        for (String place : rule.source()) {
            sources = place.equals("subject") && trigger.noun() ? nounSubject(trigger) : places.at(place, trigger);
            if (!sources.isEmpty()) {
                sources = place.equals("subject") || place.equals("by") ? sources : inferred(sources);
                break;
            }
        }
        if (sources.isEmpty() && isAgentless(trigger) && LOCAL_ROOTS.contains(rule.root())) {
            for (String place : PASSIVE_SOURCES) {
                sources = sources.isEmpty() ? inferred(places.at(place, trigger)) : sources;
            }
        }
        Set<String> codes = new HashSet<>();
        sources.forEach(party -> codes.add(party.code()));
        for (String place : rule.target()) {
            if (place.equals(ONLY)) {
                continue;
            }
            if (place.equals(EACH)) {
                if (codes.size() > 1) {
                    return match(rule, trigger, sources, sources, true);
                }
                continue;
            }
            List<Party> targets = place.equals("subject") && trigger.noun()
                    ? places.owner(trigger.token())
                    : places.at(place, trigger);
            if (sources.isEmpty() && place.equals("between") && targets.size() > 1) {
                return match(rule, trigger, targets, targets, true);
            }
            List<Party> others = targets.stream()
                    .filter(party -> !codes.contains(party.code()))
                    .toList();
            if (!others.isEmpty()) {
                return match(rule, trigger, sources, others, false);
            }
        }
        if (!rule.target().contains(ONLY)
                && LOOSE_ROOTS.contains(rule.root())
                && !rule.cameo().equals("161")
                && !trigger.noun()) {
            List<Party> others = inferred(places.at("around", trigger).stream()
                    .filter(party -> !codes.contains(party.code()))
                    .toList());
            return match(rule, trigger, sources, others, false);
        }
        return match(rule, trigger, sources, List.of(), false);
    }

    private boolean isAgentless(Trigger trigger) {
        return !trigger.noun() && trigger.subject() < 0 && Clauses.isPassive(s, trigger.token());
    }

    private List<Party> nounSubject(Trigger trigger) {
        List<Party> owner = places.owner(trigger.token());
        if (!owner.isEmpty() || trigger.carrier() < 0 || !isCarried(trigger)) {
            return owner;
        }
        int agent = Clauses.agent(s, trigger.carrier());
        return agent < 0
                        || s.subtree(trigger.token()).contains(agent)
                        || agent == trigger.token()
                        || s.isDescendant(trigger.token(), agent)
                ? List.of()
                : places.at("subject", new Trigger(trigger.carrier(), false, agent, -1, -1));
    }

    /** "launched an attack", "informed her of the expulsion", "went on a visit"; but not "closed the border over the attack". */
    private boolean isCarried(Trigger trigger) {
        int head = s.head(trigger.token());
        if (head < 0 || isVerb(s, head) || isNoun(s, head)) {
            return true;
        }
        return CARRYING.contains(lemma(s, head)) && s.head(head) == trigger.carrier();
    }

    private static List<Party> inferred(List<Party> parties) {
        return parties.stream()
                .map(party -> party.withBasis(Party.Basis.INFERRED))
                .toList();
    }

    private static Match match(
            ActRule rule, Trigger trigger, List<Party> sources, List<Party> targets, boolean mutual) {
        return new Match(
                rule,
                trigger.token(),
                trigger.noun(),
                trigger.subject(),
                trigger.object(),
                trigger.carrier(),
                sources,
                targets,
                mutual);
    }
}
