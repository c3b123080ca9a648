package io.demarche.coder.act;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.actor.ActorFinder;
import io.demarche.coder.actor.Party;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom an act reaches that does not name them as its object: where the object stands, and who must meet its condition. */
final class Circumstances {
    private static final Set<String> CONDITIONS = Set.of("unless", "until", "if");
    private static final Set<String> CLAUSES = Set.of("advcl", "relcl");
    private static final Set<String> ASIDE = Set.of("nsubj", "nsubjpass", "conj", "relcl", "advcl", "punct");
    private static final int DEEPEST = 6;

    private final ParsedSentence s;
    private final ActorFinder actors;
    private final Places places;

    Circumstances(ParsedSentence s, ActorFinder actors, Places places) {
        this.s = s;
        this.actors = actors;
        this.places = places;
    }

    /** The states in which organisations or embassies that are acted upon stand: "the WHO in Chad". */
    List<Party> land(List<Party> targets) {
        Map<String, Party> found = new LinkedHashMap<>();
        for (Party target : targets) {
            for (int place : Clauses.prepositionals(s, target.token(), "in")) {
                actors.find(place).forEach(party -> found.putIfAbsent(party.code(), party));
            }
        }
        return List.copyOf(found.values());
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
                int subject = Clauses.isPassive(s, c) ? s.child(c, "nsubjpass") : s.child(c, "nsubj");
                found = subject < 0 ? List.of() : places.acting(actors.find(subject));
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
