package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isProperNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.Discourse.Mention;
import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.date.Numbers;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What pronouns and definite phrases of a sentence point back to. */
final class Anaphora {
    private static final Set<String> PERSON = WordClasses.set("person-pronouns");
    private static final Set<String> STATE = WordClasses.set("state-pronouns");
    private static final Set<String> SEVERAL = WordClasses.set("plural-pronouns");
    private static final Set<String> SPEAKER = WordClasses.set("speaker-pronouns");
    private static final Set<String> STATES_BY_NOUN = WordClasses.set("state-nouns");
    private static final Set<String> SIDES = WordClasses.set("side-nouns");
    /** Of the sides those which only a state can be. */
    private static final Set<String> STATES = WordClasses.set("state-side-nouns");

    /** What a state has, rather than is: said without a name, it is that of the state which the article is about. */
    private static final Set<String> OWNED = WordClasses.set("owned-nouns");

    private static final Set<String> THESE = WordClasses.set("definite-determiners");
    private static final List<String> BODIES = WordClasses.list("bodies");
    private static final List<String> LEADERS = WordClasses.list("leaders");
    /** Who is spoken of by a bare title at home only: "Parliament voted", "a ruling party lawmaker". */
    private static final List<String> DOMESTIC = WordClasses.list("domestic");

    private static final int DEEPEST = 14;

    private final ParsedSentence s;
    private final NounReader nouns;
    private final Discourse discourse;
    private final ActorFinder finder;
    private final Groups groups;

    Anaphora(ParsedSentence s, NounReader nouns, Discourse discourse, ActorFinder finder) {
        this.s = s;
        this.nouns = nouns;
        this.discourse = discourse;
        this.finder = finder;
        this.groups = new Groups(discourse);
    }

    List<Party> pronoun(int token) {
        String word = lower(s, token);
        if (SPEAKER.contains(word)) {
            return speaker(token);
        }
        Set<String> avoid = subjectOfSameClause(token);
        Predicate<Mention> fits;
        Predicate<Discourse.Other> competes;
        if (PERSON.contains(word)) {
            fits = mention -> mention.person() && !mention.plural();
            competes = other -> other.person() && !other.plural();
        } else if (STATE.contains(word)) {
            if (isFirm(token)) {
                return List.of();
            }
            fits = mention -> !mention.person();
            competes = other -> other.thing() && !other.plural();
        } else if (SEVERAL.contains(word)) {
            fits = Mention::plural;
            competes = Discourse.Other::plural;
        } else {
            return List.of();
        }
        Predicate<Mention> free =
                mention -> fits.test(mention) && !avoid.contains(mention.party().code());
        List<Party> found = SEVERAL.contains(word)
                ? discourse.antecedents(token, free, competes)
                : discourse.antecedent(token, free, competes).map(List::of).orElse(List.of());
        return pointing(found, token);
    }

    /** "Example Corp of Norway said it had sold": the firm that says so. */
    private boolean isFirm(int pronoun) {
        int verb = s.head(pronoun);
        int saying = verb >= 0
                        && s.label(verb).equals(Label.CCOMP)
                        && s.label(pronoun).startsWith(Label.NSUBJ)
                ? s.head(verb)
                : -1;
        int subject = saying < 0 ? -1 : s.child(saying, Label.NSUBJ);
        return subject >= 0 && isNoun(s, subject) && nouns.isNoState(s, subject);
    }

    /** "We" are whoever says so: the subject of the verb that the words hang on, or whoever spoke last. */
    private List<Party> speaker(int token) {
        int at = token;
        List<Party> found = List.of();
        for (int i = 0; i < DEEPEST && at >= 0; i++) {
            int subject = s.child(at, Label.NSUBJ);
            if (subject >= 0 && subject != token && !SPEAKER.contains(lower(s, subject)) && !isOver(subject, token)) {
                found = s.label(at).equals(Label.ROOT) ? finder.findAlone(subject) : found;
            }
            at = s.head(at);
        }
        return pointing(found.isEmpty() ? discourse.speakers() : found, token);
    }

    private boolean isOver(int token, int below) {
        return s.subtree(token).contains(below);
    }

    private static List<Party> pointing(List<Party> found, int token) {
        return found.stream()
                .map(party -> new Party(party.code(), party.name(), party.role(), token, Basis.CONTEXT))
                .toList();
    }

    /** An object pronoun does not mean the subject of its own clause: in "Kyiv expelled them" they are not Kyiv. */
    private Set<String> subjectOfSameClause(int token) {
        Set<String> codes = new HashSet<>();
        String label = s.label(token);
        int head = s.head(token);
        if (label.equals(Label.POBJ) && head >= 0) {
            head = s.head(head);
        } else if (!label.equals(Label.DOBJ) && !label.equals(Label.DATIVE)) {
            return codes;
        }
        if (head >= 0) {
            int subject = s.child(head, Label.NSUBJ);
            if (subject >= 0 && subject != token && subject < token) {
                finder.findAlone(subject).forEach(party -> codes.add(party.code()));
            }
        }
        return codes;
    }

    /** In "France froze its aid to the country", France is not the country. */
    private Set<String> subjectAbove(int token) {
        int verb = s.label(token).startsWith(Label.NSUBJ) ? -1 : Clauses.governor(s, token);
        int subject = verb < 0 ? -1 : s.child(verb, Label.NSUBJ);
        return subject >= 0 && subject < token ? finder.named(subject) : Set.of();
    }

    /** "the Rotary president" is nobody spoken of before. */
    private boolean namesAnother(int token) {
        for (int c : s.children(token)) {
            if (c < token
                    && s.label(c).equals(Label.COMPOUND)
                    && isProperNoun(s, c)
                    && nouns.entries(s, c).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** "the ministry", "the country", "the ambassador", "the two leaders"; "parliament" where the state goes without saying. */
    List<Party> definite(int token, String role) {
        if (s.hasChild(token, Label.POSS) || namesAnother(token)) {
            return List.of();
        }
        int determiner = s.child(token, Label.DET);
        if (determiner < 0 || !THESE.contains(lower(s, determiner))) {
            return isDomestic(token, determiner) ? domestic(token, role) : List.of();
        }
        String noun = lemma(s, token);
        if (s.tag(token).endsWith("S")) {
            List<Party> several = several(token, noun);
            if (!several.isEmpty() || SIDES.contains(noun)) {
                return several.stream()
                        .map(party -> new Party(party.code(), party.name(), role, token, Basis.CONTEXT))
                        .toList();
            }
        }
        Predicate<Mention> fits;
        if (STATES_BY_NOUN.contains(noun)) {
            fits = mention -> !mention.person()
                    && isOfState(mention)
                    && !mention.party().role().equals("REBELS");
        } else if (nouns.isAny(s, token, BODIES)) {
            boolean telling = !role.equals("GOV");
            fits = mention -> mention.noun().equals(noun)
                    || telling && mention.party().role().equals(role);
        } else {
            fits = mention -> mention.noun().equals(noun);
        }
        Optional<Party> near = STATES_BY_NOUN.contains(noun) && s.label(token).startsWith(Label.NSUBJ)
                ? discourse.lastObject(token)
                : Optional.empty();
        Set<String> avoid = STATES_BY_NOUN.contains(noun) ? subjectAbove(token) : Set.of();
        Predicate<Mention> free =
                mention -> fits.test(mention) && !avoid.contains(mention.party().code());
        boolean owned = OWNED.contains(noun)
                || nouns.isAny(s, token, DOMESTIC)
                        && discourse
                                .antecedent(token, mention -> mention.noun().equals(noun))
                                .isEmpty();
        return near.or(() -> owned ? discourse.owner(token, free) : discourse.antecedent(token, free))
                .map(party -> new Party(party.code(), party.name(), role, token, Basis.CONTEXT))
                .map(List::of)
                .orElse(List.of());
    }

    /** "its neighbour", "its eastern rival": the state other than the owner that was spoken of last. */
    List<Party> otherThan(int token, List<Party> owners) {
        Set<String> avoid = new HashSet<>();
        owners.forEach(owner -> avoid.add(owner.code()));
        return avoid.isEmpty()
                ? List.of()
                : discourse
                        .last(token, mention -> !avoid.contains(mention.party().code()))
                        .map(party -> pointing(List.of(party), token))
                        .orElse(List.of());
    }

    /** "the two countries", "both sides", "the leaders". */
    private List<Party> several(int token, String noun) {
        int number = number(token);
        if (SIDES.contains(noun)) {
            return number > 1
                    ? groups.group(token, number, STATES.contains(noun) ? Anaphora::isOfState : mention -> true)
                    : List.of();
        }
        if (!nouns.isAny(s, token, LEADERS)) {
            return List.of();
        }
        return number > 1
                ? groups.group(token, number, Mention::person)
                : groups.all(
                        token,
                        mention -> mention.person() && mention.party().role().startsWith("HEAD"));
    }

    private static boolean isOfState(Mention mention) {
        return Prominence.isState(mention.party().code());
    }

    /** Of how many it speaks: "the three capitals", "both sides"; 0 where it does not say. */
    private int number(int token) {
        for (int c : s.children(token)) {
            OptionalInt number =
                    c < token && !lower(s, c).startsWith("a") ? Numbers.parse(lower(s, c)) : OptionalInt.empty();
            if (number.isPresent()) {
                return number.getAsInt();
            }
        }
        return 0;
    }

    private boolean isDomestic(int token, int determiner) {
        boolean indefinite = determiner >= 0 && lower(s, determiner).startsWith("a");
        boolean member = nouns.isAny(s, token, List.of("legislature"));
        return isNoun(s, token)
                && !s.tag(token).endsWith("S")
                && (determiner < 0 || indefinite && member)
                && nouns.isAny(s, token, DOMESTIC);
    }

    /** The state that the article speaks of, where an officer of it is called by the bare title. */
    List<Party> domestic(int token, String role) {
        return discourse
                .owner(token, mention -> !mention.party().role().equals("REBELS"))
                .or(discourse::home)
                .map(party -> new Party(party.code(), party.name(), role, token, Basis.CONTEXT))
                .map(List::of)
                .orElse(List.of());
    }
}
