package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a rule fits a trigger: its particles, the words it asks for, its subject and its object. */
final class RuleFit {
    private static final Set<String> PARTICLES = Set.of(
            Label.PRT,
            Label.PREP,
            Label.ADVMOD,
            Label.NPADVMOD,
            Label.ACOMP,
            Label.OPRD,
            Label.DOBJ,
            Label.XCOMP,
            Label.CCOMP);
    private static final List<String> LOOSE_OBJECTS = WordClasses.list("noun-object-prepositions");

    private static final Set<String> CURRENCIES = WordClasses.set("currencies");

    private final NounReader nouns;
    private final ParsedSentence s;
    private final ActorFinder actors;
    private final Surroundings surroundings;

    RuleFit(NounReader nouns, ParsedSentence s, ActorFinder actors) {
        this.nouns = nouns;
        this.s = s;
        this.actors = actors;
        this.surroundings = new Surroundings(s);
    }

    /** The object of a preposition that belongs to the trigger ("pull out of talks", "call for sanctions") is its object. */
    TriggerWord withObject(Acts.TriggerWords candidate, TriggerWord trigger) {
        if (trigger.noun()) {
            return withLooseObject(candidate.rule(), trigger);
        }
        if (trigger.object() >= 0 || candidate.particles().isEmpty()) {
            return trigger;
        }
        String last = candidate.particles().get(candidate.particles().size() - 1);
        int object = Clauses.prepositional(s, trigger.token(), last);
        for (int c : s.children(trigger.token())) {
            if (object < 0 && candidate.particles().contains(lemma(s, c))) {
                object = Clauses.prepositional(s, c, last);
            }
        }
        return object < 0
                ? trigger
                : new TriggerWord(trigger.token(), false, trigger.subject(), object, trigger.carrier());
    }

    /** "a cut in aid", "a ban on imports": what a rule wants as a noun's object may hang on other prepositions than "of". */
    private TriggerWord withLooseObject(ActRule rule, TriggerWord trigger) {
        if (trigger.object() >= 0 || rule.object().isEmpty()) {
            return trigger;
        }
        int owner = s.child(trigger.token(), Label.POSS);
        if (owner >= 0 && !nouns.entries(s, owner).isEmpty() && nouns.isAny(s, owner, rule.object())) {
            int by = Clauses.prepositional(s, trigger.token(), "by"); // "the tanker's release": it does not release
            return new TriggerWord(trigger.token(), true, by, owner, trigger.carrier());
        }
        for (String preposition : LOOSE_OBJECTS) {
            int object = Clauses.prepositional(s, trigger.token(), preposition);
            if (object >= 0 && isOf(rule.object(), object)) {
                return new TriggerWord(trigger.token(), true, trigger.subject(), object, trigger.carrier());
            }
        }
        return trigger;
    }

    boolean fits(Acts.TriggerWords candidate, TriggerWord trigger) {
        ActRule rule = candidate.rule();
        return hasParticles(candidate.particles(), trigger.token())
                && surroundings.fit(rule, trigger)
                && fitsObject(rule, withObject(candidate, trigger))
                && fitsSubject(rule, trigger);
    }

    /** Which demands of the rule are met, as {@link RuleMatch#demands()} has it. */
    String demands(Acts.TriggerWords candidate, TriggerWord trigger) {
        ActRule rule = candidate.rule();
        return (hasParticles(candidate.particles(), trigger.token()) ? "p" : "")
                + (surroundings.fit(rule, trigger) ? "w" : "")
                + (fitsObject(rule, withObject(candidate, trigger)) ? "o" : "")
                + (fitsSubject(rule, trigger) ? "s" : "");
    }

    /** "called it murder on Thursday" does not call on anybody. */
    private boolean isTemporal(int preposition) {
        int object = s.child(preposition, Label.POBJ);
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

    private boolean fitsObject(ActRule rule, TriggerWord trigger) {
        if (rule.object().isEmpty()) {
            return true;
        }
        boolean mayLack = rule.object().contains(ActRule.NO_OBJECT);
        if (trigger.object() < 0) {
            return mayLack;
        }
        if (rule.object().contains(ActRule.ANY_OBJECT)) {
            return true;
        }
        int kept = s.child(
                trigger.token(), Label.DOBJ); // "was given tanks": the passive of a verb with two objects keeps one
        return objects(trigger.object()).anyMatch(object -> isOf(rule.object(), object))
                || kept >= 0 && objects(kept).anyMatch(object -> isOf(rule.object(), object));
    }

    /** Whether the phrase means somebody in office, by title or by name. */
    boolean isOffice(int noun) {
        return actors.find(noun).stream()
                .anyMatch(party -> !party.role().isEmpty() && !party.role().equals("CIVILIAN"));
    }

    private Stream<Integer> objects(int object) {
        return Stream.concat(
                        Stream.of(object, Clauses.counted(s, object)),
                        Arrays.stream(s.children(object, Label.CONJ)).boxed())
                .distinct();
    }

    private boolean isOf(List<String> classes, int noun) {
        if (classes.contains(ActRule.PARTY)) {
            List<Party> found = actors.find(noun);
            if (found.stream().anyMatch(party -> party.basis() == Party.Basis.NAME)) {
                return true;
            }
        }
        if (classes.contains("economicaid") && isSum(noun)) {
            return true;
        }
        boolean envoys = classes.contains("diplomat") || classes.contains("ambassador");
        if (envoys && Words.isPronoun(s, noun)) {
            return actors.find(noun).stream().anyMatch(party -> party.role().equals("EMBASSY"));
        }
        boolean people = classes.contains("people") || classes.contains("prisoner");
        if (people && actors.find(noun).stream().anyMatch(party -> party.role().equals("CIVILIAN"))) {
            return true;
        }
        return nouns.isAny(s, noun, classes) || isTitled(noun, classes);
    }

    /** "Iceland's President Jan Testic", "Jan Testic, a senior official": a name stands for what its bearer is. */
    private boolean isTitled(int name, List<String> classes) {
        return Words.isProperNoun(s, name)
                && nouns.entries(s, name).isEmpty()
                && Arrays.stream(s.children(name))
                        .anyMatch(c -> (c < name
                                        ? s.label(c).equals(Label.COMPOUND)
                                        : s.label(c).equals(Label.APPOS))
                                && !nouns.role(s, c).isEmpty()
                                && nouns.isAny(s, c, classes));
    }

    /** "$100 million". */
    private boolean isSum(int token) {
        if (Words.isQuantity(s, token)) {
            for (int c : s.children(token)) {
                if (CURRENCIES.contains(s.form(c))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A state by its bare name may always be the subject; a noun must be of one of the classes. */
    private boolean fitsSubject(ActRule rule, TriggerWord trigger) {
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
}
