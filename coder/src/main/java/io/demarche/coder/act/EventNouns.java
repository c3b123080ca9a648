package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.ActClass;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;
import java.util.Set;

/** Nouns that are deeds themselves, and who did them. */
final class EventNouns {
    private static final List<String> UPON = WordClasses.list("victim-prepositions");
    private static final Set<String> OWNERS = Set.of(Label.NMOD, Label.COMPOUND);
    private static final Set<String> WHEN = WordClasses.set("when-conjunctions");

    private static final List<String> WEAPON = List.of("attack");
    private static final List<String> SUFFERED = WordClasses.list("suffering-prepositions");

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final NounReader nouns;
    private final Acts acts;

    EventNouns(ParsedSentence s, ActorFinder actors, NounReader nouns, Acts acts) {
        this.s = s;
        this.actors = actors;
        this.nouns = nouns;
        this.acts = acts;
    }

    /** Whether the noun is itself an act, such as "expulsion": who stands behind its "of" suffered it, who behind its "by" did it. */
    boolean isDeed(int noun) {
        return !acts.ofNoun(lemma(s, noun)).isEmpty();
    }

    /** Whether the object is violence or coercion, which has a doer and a victim of its own. */
    boolean isHostile(TriggerWord trigger) {
        return trigger.object() >= 0
                && isNoun(s, trigger.object())
                && acts.ofNoun(lemma(s, trigger.object())).stream()
                        .anyMatch(act -> act.rule().is(ActClass.VIOLENT));
    }

    /** Whether the verb may report violence. */
    private boolean isForce(int verb) {
        return acts.ofVerb(lemma(s, verb)).stream().anyMatch(act -> act.rule().is(ActClass.FORCE));
    }

    /** "were killed when Chadian jets bombed their camp": who did what others suffered under. */
    List<Party> doerWhen(int verb) {
        for (int c : s.children(verb, Label.ADVCL)) {
            boolean when = isForce(c) && WHEN.contains(lemma(s, s.subtree(c).begin()));
            int agent = when ? Clauses.agent(s, c) : -1;
            List<Party> found = agent < 0 ? List.of() : actors.find(agent);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "Turkish shelling killed": whoever owns a deed that is a verb's subject. */
    List<Party> doerAsSubject(TriggerWord trigger) {
        int subject = trigger.subject();
        return subject >= 0 && (isDeed(subject) || nouns.isAny(s, subject, WEAPON)) ? owner(subject) : List.of();
    }

    /** "were killed in a Turkish air strike": whoever owns the deed in which others suffered. */
    List<Party> doerBehind(TriggerWord trigger) {
        for (String preposition : SUFFERED) {
            for (int deed : Clauses.prepositionals(s, trigger.token(), preposition)) {
                if (isDeed(deed) || nouns.isAny(s, deed, WEAPON)) {
                    List<Party> found = owner(deed);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    /** Who did what the object is: "the French raid", "the raid by France"; empty where that is not said. */
    List<Party> doer(TriggerWord trigger) {
        List<Party> owner = owner(trigger.object());
        return owner.isEmpty() ? behindBy(trigger) : owner;
    }

    /** Who stands behind a "by" after the object, wherever the parser hangs it. */
    List<Party> behindBy(TriggerWord trigger) {
        int top = trigger.noun() || Clauses.isPassive(s, trigger.token()) ? trigger.object() : trigger.token();
        for (int i = trigger.object() + 1; i < s.size() && s.isDescendant(i, top); i++) {
            int doer = lemma(s, i).equals("by") ? s.child(i, Label.POBJ) : -1;
            List<Party> found = doer < 0 ? List.of() : actors.find(doer);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Who owns a noun: "Russia's expulsion", "the US attack", "the attack by Iran". */
    List<Party> owner(int noun) {
        for (int by : Clauses.prepositionals(s, noun, "by")) {
            List<Party> found = actors.find(by);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (int c : s.children(noun)) {
            if (c < noun && (s.label(c).equals(Label.POSS) || OWNERS.contains(s.label(c)))) {
                List<Party> found = actors.find(c);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** "attacks on Chad from Sudan": a deed reaches whom it is done to before whom it comes from. */
    List<Party> victims(int deed) {
        for (String preposition : UPON) {
            for (int object : Clauses.prepositionals(s, deed, preposition)) {
                List<Party> found = actors.find(object);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }
}
