package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.NounReader;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whom an act reaches that does not name them as its object: where the object stands, who must meet its condition, who else takes part. */
final class Circumstances {
    private static final Set<String> CONDITIONS = WordClasses.set("condition-conjunctions");
    private static final Set<String> CLAUSES = Set.of(Label.ADVCL, Label.RELCL);
    private static final Set<String> ASIDE =
            Set.of(Label.NSUBJ, Label.NSUBJPASS, Label.CONJ, Label.RELCL, Label.ADVCL, Label.PUNCT);
    private static final List<String> FIRM = List.of("firm");
    private static final int DEEPEST = 6;

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final NounReader nouns;
    private final ArgumentFinder arguments;

    Circumstances(ParsedSentence s, ActorFinder actors, NounReader nouns, ArgumentFinder arguments) {
        this.nouns = nouns;
        this.s = s;
        this.actors = actors;
        this.arguments = arguments;
    }

    /** The states in which organisations or embassies that are acted upon stand: "the WHO in Chad". */
    List<Party> land(List<Party> targets) {
        Map<String, Party> found = new LinkedHashMap<>();
        for (Party target : targets) {
            int next = target.token() + 1; // also where the parser hangs what follows elsewhere
            boolean behind = next < s.size() && lemma(s, next).equals("in") && s.hasChild(next, Label.POBJ);
            List<Integer> places =
                    behind ? List.of(s.child(next, Label.POBJ)) : Clauses.prepositionals(s, target.token(), "in");
            for (int place : places) {
                actors.find(place).forEach(party -> found.putIfAbsent(party.code(), party));
            }
        }
        return List.copyOf(found.values());
    }

    /** "Peru and Chile negotiated with banks": not with each other. */
    boolean isWithAnother(TriggerWord trigger) {
        int top = trigger.noun() && trigger.carrier() >= 0 ? trigger.carrier() : trigger.token();
        return Stream.of(trigger.token(), top, trigger.object(), s.child(trigger.token(), Label.XCOMP))
                .filter(anchor -> anchor >= 0)
                .flatMap(anchor -> Clauses.prepositionals(s, anchor, "with").stream())
                .anyMatch(object -> isNoun(s, object)
                        && (!nouns.role(s, object).isEmpty()
                                || nouns.isAny(s, object, FIRM)
                                || Words.isProperNoun(s, object)));
    }

    /** "will not lift it until Cuba reforms": who must meet the condition. */
    List<Party> condition(int token) {
        return condition(token, 0);
    }

    private List<Party> condition(int token, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        for (int c : s.children(token)) {
            String label = s.label(c);
            List<Party> found = List.of();
            if (CLAUSES.contains(label) && isConditional(c)) {
                int subject = Clauses.isPassive(s, c) ? s.child(c, Label.NSUBJPASS) : s.child(c, Label.NSUBJ);
                found = subject < 0 ? List.of() : arguments.acting(actors.find(subject));
            } else if (!ASIDE.contains(label)) {
                found = condition(c, depth + 1);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private boolean isConditional(int verb) {
        for (int c : s.children(verb)) {
            if (c < verb && CONDITIONS.contains(lemma(s, c))) {
                return true;
            }
        }
        return false;
    }
}
