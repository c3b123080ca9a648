package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.parse.ParsedSentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What pronouns and definite phrases of a sentence point back to. */
final class Anaphora {
    private static final Set<String> PERSON = Set.of("he", "she", "him", "her", "his", "hers");
    private static final Set<String> STATE = Set.of("it", "its");
    private static final Set<String> SEVERAL = Set.of("they", "them", "their");
    private static final Set<String> STATES_BY_NOUN = Set.of(
            "country", "nation", "republic", "kingdom", "state", "government", "regime", "administration", "island");

    private final ParsedSentence s;
    private final NounReader nouns;
    private final Discourse discourse;
    private final ActorFinder finder;

    Anaphora(ParsedSentence s, NounReader nouns, Discourse discourse, ActorFinder finder) {
        this.s = s;
        this.nouns = nouns;
        this.discourse = discourse;
        this.finder = finder;
    }

    List<Party> pronoun(int token) {
        String word = lower(s, token);
        Set<String> avoid = subjectOfSameClause(token);
        Predicate<Discourse.Mention> fits;
        if (PERSON.contains(word)) {
            fits = mention -> mention.person() && !mention.plural();
        } else if (STATE.contains(word)) {
            fits = mention -> !mention.person();
        } else if (SEVERAL.contains(word)) {
            fits = Discourse.Mention::plural;
        } else {
            return List.of();
        }
        return discourse
                .antecedent(
                        token,
                        mention -> fits.test(mention)
                                && !avoid.contains(mention.party().code()))
                .map(party -> new Party(party.code(), party.name(), party.role(), token, Basis.CONTEXT))
                .map(List::of)
                .orElse(List.of());
    }

    /** An object pronoun does not mean the subject of its own clause: in "Kyiv expelled them" they are not Kyiv. */
    private Set<String> subjectOfSameClause(int token) {
        Set<String> codes = new HashSet<>();
        String label = s.label(token);
        int head = s.head(token);
        if (label.equals("pobj") && head >= 0) {
            head = s.head(head);
        } else if (!label.equals("dobj") && !label.equals("dative")) {
            return codes;
        }
        if (head >= 0) {
            int subject = s.child(head, "nsubj");
            if (subject >= 0 && subject != token && subject < token) {
                finder.findAlone(subject).forEach(party -> codes.add(party.code()));
            }
        }
        return codes;
    }

    /** "the ministry", "the country", "the ambassador". */
    List<Party> definite(int token, String role) {
        int determiner = s.child(token, "det");
        boolean definite =
                determiner >= 0 && Set.of("the", "this", "that", "both").contains(lower(s, determiner));
        if (!definite || s.hasChild(token, "poss")) {
            return List.of();
        }
        String noun = lemma(s, token);
        Predicate<Discourse.Mention> fits;
        if (STATES_BY_NOUN.contains(noun)) {
            fits = mention -> !mention.person() && !mention.party().role().equals("REBELS");
        } else if (nouns.isAny(
                s, token, List.of("ministry", "head", "ambassador", "diplomat", "mission", "legislature"))) {
            fits = mention ->
                    mention.noun().equals(noun) || mention.party().role().equals(role);
        } else {
            fits = mention -> mention.noun().equals(noun);
        }
        Optional<Party> near = STATES_BY_NOUN.contains(noun) && s.label(token).startsWith("nsubj")
                ? discourse.lastObject(token)
                : Optional.empty();
        return near.or(() -> discourse.antecedent(token, fits))
                .map(party -> new Party(party.code(), party.name(), role, token, Basis.CONTEXT))
                .map(List::of)
                .orElse(List.of());
    }
}
