package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isProperNoun;
import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a noun phrase stands for by what is put beside it. */
final class Appositions {
    private static final Set<String> COMPANIONS = WordClasses.set("companion-nouns");

    private static final int LONGEST = 20;

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;
    private final ActorFinder actors;

    Appositions(ParsedSentence s, NameMentions names, NounReader nouns, ActorFinder actors) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
        this.actors = actors;
    }

    /** "the premier, Ana Testova of Chad": the apposition's own, else those of the persons in a list of office holders. */
    List<Party> of(int token, String role, int depth) {
        for (int c : s.children(token, Label.APPOS)) {
            if (!nouns.role(s, c).isEmpty() || names.headedBy(c) != null || isProperNoun(s, c)) {
                List<Party> found = actors.own(c, depth + 1);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return role.isEmpty() || !s.tag(token).endsWith("S") ? List.of() : roster(token, role);
    }

    /** "foreign ministers Ana Testova of Chad and Jan Testic of Togo". */
    private List<Party> roster(int officers, String role) {
        Map<String, Party> found = new LinkedHashMap<>();
        if (!s.hasChild(officers, Label.APPOS)) {
            return List.of();
        }
        for (int i = officers + 1; i < s.subtree(officers).end(); i++) {
            boolean of = isProperNoun(s, i - 1)
                    && s.head(i) == i - 1
                    && Clauses.isPreposition(s, i)
                    && lemma(s, i).equals("of");
            int state = of ? s.child(i, Label.POBJ) : -1;
            if (state >= 0 && names.headedBy(state) != null) {
                actors.findAlone(state).stream()
                        .map(party -> new Party(party.code(), party.name(), role, officers, Party.Basis.PHRASE))
                        .forEach(party -> found.putIfAbsent(party.code(), party));
            }
        }
        return List.copyOf(found.values());
    }

    /** "Presidents Ana Testova of Chad and Jan Testic of Togo": the other states, where the parser hangs all on the first one. */
    List<Integer> strayed(int person) {
        List<Integer> states = new ArrayList<>();
        int at = person;
        for (int i = 0; i < LONGEST && at >= 0; i++) {
            int state = isProperNoun(s, at) ? Clauses.prepositional(s, at, "of") : -1;
            if (state < 0 || names.headedBy(state) == null) {
                break;
            }
            if (at != person) {
                states.add(state);
            }
            int next = s.child(state, Label.APPOS);
            at = next < 0 ? s.child(state, Label.CONJ) : next;
        }
        return states;
    }

    /** "its closest ally, Chad": not the ally's owner. */
    List<Party> ofCompanion(int token, int depth) {
        if (!COMPANIONS.contains(lemma(s, token)) || !s.hasChild(token, Label.POSS)) {
            return List.of();
        }
        int name = s.child(token, Label.APPOS);
        return name >= 0 && names.headedBy(name) != null ? actors.own(name, depth + 1) : List.of();
    }
}
