package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.TokenRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who stands behind a preposition of a trigger, wherever around the trigger it hangs. */
final class Complements {
    private static final int DEEPEST = 4;
    private static final Set<String> CHAIN = Set.of(Label.CONJ, Label.ACL, Label.APPOS);
    private static final Set<String> WITHIN_EFFORT = Set.of(Label.ACL, Label.RELCL, Label.XCOMP, Label.DOBJ);

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final NounReader nouns;
    private final Adjuncts adjuncts;

    Complements(ParsedSentence s, ActorFinder actors, NounReader nouns, Adjuncts adjuncts) {
        this.s = s;
        this.actors = actors;
        this.nouns = nouns;
        this.adjuncts = adjuncts;
    }

    /** The objects of a preposition under the trigger, under its object or what hangs from that, or under the verb that carries it. */
    List<Party> at(TriggerWord trigger, String preposition) {
        List<Integer> anchors = new ArrayList<>();
        anchors.add(trigger.token());
        if (s.label(trigger.token()).equals(Label.COMPOUND) && s.head(trigger.token()) >= 0) {
            addEffort(s.head(trigger.token()), anchors);
        }
        if (trigger.carrier() >= 0) {
            anchors.add(trigger.carrier());
        }
        if (trigger.object() >= 0 && !isBefore(trigger)) {
            addChain(trigger.object(), 0, anchors);
        }
        addObjects(trigger.carrier(), preposition, anchors);
        if (preposition.equals("from") && !trigger.noun() && trigger.subject() >= 0 && isThing(trigger.subject())) {
            addChain(trigger.subject(), 0, anchors);
        }
        for (int c : s.children(trigger.token())) {
            if (Set.of(Label.XCOMP, Label.PRT, Label.ADVMOD, Label.ACOMP, Label.OPRD)
                            .contains(s.label(c))
                    || s.label(c).equals(Label.PREP)
                            && !adjuncts.isCircumstance(c)
                            && !adjuncts.isAnswer(c)
                            && !lemma(s, c).equals(preposition)) {
                anchors.add(c);
                int object = s.child(c, Label.POBJ);
                if (object >= 0 && isNoun(s, object)) {
                    anchors.add(object);
                }
            }
        }
        for (int anchor : anchors) {
            Map<String, Party> found = new LinkedHashMap<>();
            for (int object : Clauses.prepositionals(s, anchor, preposition)) {
                (adjuncts.isBeside(object) ? List.<Party>of() : actors.find(object))
                        .forEach(party -> found.putIfAbsent(party.code(), party));
            }
            if (!found.isEmpty()) {
                return List.copyOf(found.values());
            }
        }
        return List.of();
    }

    /** "launched strikes on targets in Chad": what the carrying verb's other prepositions govern. */
    private void addObjects(int verb, String preposition, List<Integer> anchors) {
        if (verb >= 0) {
            for (int c : s.children(verb, Label.PREP)) {
                int object = s.child(c, Label.POBJ);
                if (object >= 0 && isNoun(s, object) && !lemma(s, c).equals(preposition) && !adjuncts.isAnswer(c)) {
                    anchors.add(object);
                }
            }
        }
    }

    /** "supplies from Turkey arrived": what does not act comes from whoever does. */
    private boolean isThing(int noun) {
        return isNoun(s, noun)
                && !Words.isProperNoun(s, noun)
                && nouns.role(s, noun).isEmpty();
    }

    /** "a peace effort to try to stop the war between": an effort is about whatever its infinitives govern. */
    private void addEffort(int effort, List<Integer> anchors) {
        anchors.add(effort);
        int at = effort;
        for (int i = 0; at >= 0 && i < DEEPEST; i++) {
            int next = -1;
            for (int c : s.children(at)) {
                next = WITHIN_EFFORT.contains(s.label(c)) && c > at ? c : next;
            }
            at = next;
            if (at >= 0) {
                anchors.add(at);
            }
        }
    }

    private boolean isBefore(TriggerWord trigger) {
        TokenRange phrase = s.subtree(trigger.object());
        return phrase.contains(trigger.token());
    }

    private void addChain(int object, int depth, List<Integer> anchors) {
        if (depth > DEEPEST) {
            return;
        }
        anchors.add(object);
        for (int c : s.children(object)) {
            if (adjuncts.isCircumstance(c)) {
                continue;
            }
            if (Clauses.isPreposition(s, c)) {
                for (int deeper : s.children(c, Label.POBJ)) {
                    addChain(deeper, depth + 1, anchors);
                }
            } else if (CHAIN.contains(s.label(c))) {
                addChain(c, depth + 1, anchors);
            }
        }
    }
}
