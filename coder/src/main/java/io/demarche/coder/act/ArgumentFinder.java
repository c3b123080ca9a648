package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isVerb;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.ActRule;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds who stands at the places that rules name, around a trigger. */
final class ArgumentFinder {
    private static final Set<String> OWNERS = Set.of(Label.NMOD, Label.COMPOUND);
    private static final Set<String> ASIDE = Set.of(Label.RELCL, Label.ADVCL, Label.CCOMP, Label.CONJ);
    private static final List<String> NO_STATE = WordClasses.list("no-party");
    private static final List<String> NO_BODIES = WordClasses.list("no-bodies");
    private static final List<String> DOCUMENT = List.of("document");
    private static final List<String> PEOPLE = List.of("people");
    private static final List<String> INSTITUTION = List.of("institution");
    private static final List<String> SANCTIONS = List.of("sanctions");
    private static final int DEEPEST = 4;

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final NounReader nouns;
    private final EventNouns eventNouns;
    private final Subclauses subclauses;
    private final Adjuncts adjuncts;
    private final Courts courts;
    private final Complements complements;

    ArgumentFinder(ParsedSentence s, ActorFinder actors, NounReader nouns, EventNouns eventNouns) {
        this.eventNouns = eventNouns;
        this.s = s;
        this.actors = actors;
        this.nouns = nouns;
        this.subclauses = new Subclauses(s, actors);
        this.adjuncts = new Adjuncts(s, eventNouns);
        this.courts = new Courts(s, actors, nouns);
        this.complements = new Complements(s, actors, nouns, adjuncts);
    }

    /** Who stands at the place; empty where nobody who is a state or organisation does. */
    List<Party> at(String place, TriggerWord trigger) {
        return switch (place) {
            case "subject" -> subject(trigger);
            case "object" -> object(trigger);
            case "court" -> courts.acting(trigger);
            case "host" -> trigger.object() < 0 ? List.of() : actors.host(Clauses.counted(s, trigger.object()));
            case "clause" -> subclauses.subject(trigger.token());
            case "inside" -> inside(trigger, Set.of());
            case "topic" -> topic(trigger);
            case "around" -> around(trigger, Set.of());
            case "to" -> {
                List<Party> dative = dative(trigger);
                yield dative.isEmpty() ? complements.at(trigger, "to") : dative;
            }
            case ActRule.SPEAKER -> List.of(); // whoever speaks stands outside the clause
            default -> complements.at(trigger, place);
        };
    }

    private List<Party> subject(TriggerWord trigger) {
        if (trigger.subject() < 0) {
            return List.of();
        }
        Map<String, Party> found = new LinkedHashMap<>();
        for (int first : Clauses.joined(s, trigger.subject())) {
            acting(actors.find(first)).forEach(party -> found.putIfAbsent(party.code(), party));
        }
        if (found.isEmpty() && s.label(trigger.subject()).equals(Label.NSUBJ)) {
            for (int c : s.children(s.head(trigger.subject()), Label.NSUBJ)) { // "Hamas (the) group launched"
                boolean same =
                        c < trigger.subject() && s.form(trigger.subject() - 1).equals(")");
                (same ? acting(actors.find(c)) : List.<Party>of())
                        .forEach(party -> found.putIfAbsent(party.code(), party));
            }
        }
        if (found.isEmpty() && nouns.isAny(s, trigger.subject(), DOCUMENT)) {
            return author(trigger.subject());
        }
        return List.copyOf(found.values());
    }

    /** "a UN report accused", "adopted a resolution criticising": who owns the text, else whoever issues it. */
    private List<Party> author(int document) {
        List<Party> owner = eventNouns.owner(document);
        int verb = owner.isEmpty() && s.label(document).equals(Label.DOBJ) ? s.head(document) : -1;
        int agent = verb < 0 || subclauses.isAim(verb) ? -1 : Clauses.agent(s, verb);
        return agent < 0 ? owner : acting(actors.find(agent));
    }

    /** Proposals, messages, goods and towns do not act, whosever they are. */
    List<Party> acting(List<Party> parties) {
        return parties.stream()
                .filter(party -> party.basis() != Party.Basis.PLACE)
                .filter(party -> party.basis() == Party.Basis.NAME
                        || !s.tag(party.token()).equals(Tag.NN)
                                && !s.tag(party.token()).equals(Tag.NNS)
                        || isBody(party)
                        || !nouns.role(s, party.token()).isEmpty())
                .toList();
    }

    /** "accused three bankers of ...": somebody else is spoken to or of than those who are named further on. */
    boolean addressesSomebody(TriggerWord trigger) {
        return trigger.object() >= 0
                && (Words.isProperNoun(s, trigger.object()) && !DateWords.isDateWord(Words.lower(s, trigger.object()))
                        || !nouns.role(s, trigger.object()).isEmpty());
    }

    /** "called on the banks to spare Chad": who is called on is no state. */
    boolean addressesFirm(TriggerWord trigger) {
        return trigger.object() >= 0
                && nouns.isNoState(s, trigger.object())
                && !trigger.noun()
                && actors.find(trigger.object()).isEmpty();
    }

    /** "the UN forum": whatever an organisation has, helicopters or experts, acts for it; its deeds and messages do not. */
    private boolean isBody(Party party) {
        return RuleSides.isOrganisation(party)
                && !eventNouns.isDeed(party.token())
                && !nouns.isAny(s, party.token(), NO_BODIES);
    }

    private List<Party> object(TriggerWord trigger) {
        if (trigger.object() < 0) {
            return List.of();
        }
        List<Party> doer = eventNouns.isDeed(trigger.object()) ? eventNouns.behindBy(trigger) : List.of();
        List<Party> found = doer.isEmpty() ? actors.find(trigger.object()) : doer;
        return s.tag(trigger.token()).equals(Tag.MD) ? acting(found) : found; // "exports must rise" obliges nobody
    }

    /** "gave Kyiv a warning". */
    private List<Party> dative(TriggerWord trigger) {
        int dative = s.child(trigger.token(), Label.DATIVE);
        return dative < 0 || Clauses.isPreposition(s, dative) && s.hasChild(dative, Label.POBJ)
                ? List.of()
                : actors.find(dative);
    }

    /** Any state but those in what follows the trigger in its own clause, from left to right. */
    List<Party> around(TriggerWord trigger, Set<String> but) {
        return around(trigger, but, false);
    }

    /** As {@link #around}, also after what bears a state's name: "aid to the Iraq Relief Fund" reaches Iraq. */
    List<Party> aroundInstitutions(TriggerWord trigger, Set<String> but) {
        return around(trigger, but, true);
    }

    private List<Party> around(TriggerWord trigger, Set<String> but, boolean named) {
        Map<String, Party> found = new LinkedHashMap<>();
        int top = trigger.noun() && trigger.carrier() >= 0 ? trigger.carrier() : trigger.token();
        walkAfter(top, trigger.token(), 0, but, named, found);
        return found.values().stream()
                .filter(party -> party.basis() != Party.Basis.CONTEXT)
                .toList();
    }

    private void walkAfter(int token, int from, int depth, Set<String> but, boolean named, Map<String, Party> found) {
        for (int c : s.children(token)) {
            if (!found.isEmpty() || depth > DEEPEST * 3) {
                return;
            }
            String label = s.label(c);
            if (c > from && adjuncts.isAnswer(c)) {
                others(adjuncts.answered(c), but).forEach(party -> found.putIfAbsent(party.code(), party));
                continue;
            }
            if (c < from
                    || ASIDE.contains(label) && isVerb(s, c) && !subclauses.isBound(c)
                    || label.equals(Label.PUNCT)
                    || label.equals(Label.POSS) && nouns.isAny(s, c, PEOPLE)
                    || adjuncts.isCircumstance(c)
                    || label.startsWith(Label.NSUBJ) && !subclauses.isHelped(c)) {
                continue;
            }
            if (!isVerb(s, c) && !Words.isPronoun(s, c) && !isPartOfName(c, named)) {
                others(actors.find(c), but).forEach(party -> found.putIfAbsent(party.code(), party));
            }
            if (found.isEmpty()) {
                walkAfter(c, from, depth + 1, but, named, found);
            }
        }
    }

    /** "Chad's conduct was reckless": whoever the subject is, or owns it. */
    private List<Party> topic(TriggerWord trigger) {
        if (trigger.subject() < 0 || lemma(s, trigger.subject()).equals("it")) {
            return List.of(); // "it is unfair to say" speaks of nobody
        }
        List<Party> named = actors.find(trigger.subject());
        return named.isEmpty()
                ? inside(new TriggerWord(trigger.token(), trigger.noun(), -1, trigger.subject(), -1), Set.of())
                : named;
    }

    /** Any state but those inside the object's phrase, its "by" first, then from left to right. */
    List<Party> inside(TriggerWord trigger, Set<String> but) {
        int object = trigger.object();
        if (object < 0) {
            return List.of();
        }
        for (int by : Clauses.prepositionals(s, object, "by")) {
            List<Party> found = others(actors.find(by), but);
            if (!found.isEmpty()) {
                return found;
            }
        }
        Map<String, Party> found = new LinkedHashMap<>();
        walk(object, 0, but, found);
        int participle = found.isEmpty() ? subclauses.participleAfter(trigger.token(), object) : -1;
        if (participle >= 0) {
            walk(participle, 0, but, found);
        }
        return List.copyOf(found.values());
    }

    private void walk(int token, int depth, Set<String> but, Map<String, Party> found) {
        if (depth > DEEPEST * 2 || !found.isEmpty()) {
            return;
        }
        for (int c : s.children(token)) {
            if (!found.isEmpty()) {
                return;
            }
            String label = s.label(c);
            if (ASIDE.contains(label)
                    || adjuncts.isCircumstance(c)
                    || label.equals(Label.PUNCT)
                    || label.equals(Label.DET)
                    || label.equals(Label.POSS) && nouns.isAny(s, c, PEOPLE) // "the Chilean suspect's lawyer"
                    || label.equals(Label.ACL) && s.hasChild(c, Label.AUX)) {
                continue;
            }
            if (eventNouns.isDeed(c)) {
                others(eventNouns.victims(c), but).forEach(party -> found.putIfAbsent(party.code(), party));
            }
            if (found.isEmpty() && !isVerb(s, c) && !Words.isPronoun(s, c) && !isPartOfName(c, false)) {
                boolean title = OWNERS.contains(label); // "former deputy prime minister": no deputy of this state
                others(actors.find(c), but).stream()
                        .filter(party -> !title || party.basis() != Party.Basis.CONTEXT)
                        .forEach(party -> found.putIfAbsent(party.code(), party));
            }
            if (found.isEmpty()) {
                walk(c, depth + 1, but, found);
            }
        }
    }

    private static List<Party> others(List<Party> parties, Set<String> but) {
        return parties.stream().filter(party -> !but.contains(party.code())).toList();
    }

    /** "Paris Match", "the Brazil striker": a state's name that only serves to name something else. */
    private boolean isPartOfName(int token, boolean institutions) {
        int head = s.head(token);
        if (!OWNERS.contains(s.label(token))
                || head < 0
                || nouns.isAny(s, head, SANCTIONS)) { // "the Kenya Boycott Law"
            return false;
        }
        return institutions
                ? !nouns.isAny(s, head, INSTITUTION)
                : Words.isProperNoun(s, head) && nouns.role(s, head).isEmpty()
                        || nouns.isAny(s, head, NO_STATE)
                        || actors.venues().isNamesake(token);
    }
}
