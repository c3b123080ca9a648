package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isProperNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the states and organisations that a noun phrase stands for, in one sentence of one article. */
public final class ActorFinder {
    private static final int DEEPEST = 6;
    private static final List<String> COUNSEL = List.of("court");
    private static final List<String> PEOPLE = List.of("people");
    private static final List<String> TITLES = WordClasses.list("titles");
    /** "the former Soviet republic", "the former British colony": a state of today by what it was. */
    private static final Set<String> EPITHETS = WordClasses.set("former-state-nouns");
    /** "its neighbour": not the owner, but the other side. */
    private static final Set<String> OTHERS = WordClasses.set("opponent-nouns");

    private static final Set<String> ARGUMENT =
            Set.of(Label.NSUBJ, Label.NSUBJPASS, Label.DOBJ, Label.POBJ, Label.DATIVE);

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;
    private final Anaphora anaphora;
    private final Discourse discourse;
    private final Offices offices;
    private final Venues venues;
    private final FormerOffices formerOffices;
    private final Appositions appositions;
    private final Owners owners;

    public ActorFinder(ParsedSentence s, NameMentions names, NounReader nouns, Discourse discourse) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
        this.discourse = discourse;
        this.venues = new Venues(s, names, nouns);
        this.formerOffices = new FormerOffices(s, nouns);
        this.appositions = new Appositions(s, names, nouns, this);
        this.owners = new Owners(s, names, nouns, this);
        this.offices = new Offices(s, names, nouns, this);
        this.anaphora = new Anaphora(s, nouns, discourse, this);
    }

    /** Which capitals of the sentence are mere places. */
    public Venues venues() {
        return venues;
    }

    /** Everybody whom the phrase headed by the token stands for, each state once, conjuncts included. */
    public List<Party> find(int token) {
        Map<String, Party> found = new LinkedHashMap<>();
        collect(token, 0, true, found);
        return List.copyOf(found.values());
    }

    /** As {@link #find}, but without the phrases joined to it by "and". */
    public List<Party> findAlone(int token) {
        Map<String, Party> found = new LinkedHashMap<>();
        collect(token, 0, false, found);
        return List.copyOf(found.values());
    }

    /** The states named at the head of a phrase or right before it. */
    Set<String> named(int token) {
        Set<String> codes = new HashSet<>();
        for (int i = s.subtree(token).begin(); i <= token; i++) {
            NameMention mention = names.at(i);
            if (mention != null) {
                codes.add(mention.name().code());
            }
        }
        return codes;
    }

    void collect(int token, int depth, boolean conjuncts, Map<String, Party> found) {
        if (token < 0 || depth > DEEPEST) {
            return;
        }
        own(token, depth).forEach(party -> found.putIfAbsent(party.code(), party));
        if (conjuncts) {
            for (int c : s.children(token, Label.CONJ)) {
                if (!Words.isVerb(s, c)) {
                    collect(c, depth + 1, true, found);
                }
            }
            if (!found.isEmpty()) {
                appositions.strayed(token).forEach(state -> collect(state, depth + 1, false, found));
            }
        }
    }

    List<Party> own(int token, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        NameMention mention = names.headedBy(token);
        if (mention != null) {
            if (isRuledOut(mention)
                    || owners.isHyphenated(mention) && !s.label(token).equals(Label.NSUBJ)) {
                return List.of();
            }
            List<Party> office = mention.name().isPerson() ? offices.of(mention, token) : List.of();
            return office.isEmpty() ? List.of(named(mention, token)) : office;
        }
        if (Words.isPronoun(s, token)) {
            return anaphora.pronoun(token);
        }
        if (Words.isRelative(s, token)) {
            int antecedent = Clauses.antecedent(s, token);
            return antecedent == token ? List.of() : own(antecedent, depth + 1);
        }
        if (Words.isQuantity(s, token)) {
            int counted = Clauses.counted(s, token);
            if (counted != token) {
                Map<String, Party> found = new LinkedHashMap<>();
                collect(counted, depth + 1, true, found);
                if (!found.isEmpty() || nouns.role(s, token).isEmpty()) {
                    return List.copyOf(found.values());
                }
            }
        }
        if (!isNoun(s, token)
                && !s.tag(token).equals(Tag.CD)
                && !s.tag(token).equals(Tag.VBG)
                && !s.tag(token).equals(Tag.DT)
                && !s.tag(token).equals(Tag.JJ)) {
            return List.of();
        }
        return ofNoun(token, depth);
    }

    /** "It was Rome, not Bern, that refused". */
    private boolean isRuledOut(NameMention mention) {
        return mention.begin() > 0 && lower(s, mention.begin() - 1).equals("not");
    }

    private Party named(NameMention mention, int token) {
        Name name = mention.name();
        String role = name.role();
        if (role.isEmpty() && name.kind() == Name.Kind.ADJECTIVE && isPeople(token)) {
            role = "CIVILIAN";
        }
        Basis basis = mention.dated() ? Basis.DATED : name.kind() == Name.Kind.PLACE ? Basis.PLACE : Basis.NAME;
        return new Party(name.code(), s.text(mention.begin(), mention.end()), role, token, basis);
    }

    /** "Americans", "most Sudanese", "Chinese have fled"; but "the British" may well be their government. */
    private boolean isPeople(int token) {
        int determiner = s.child(token, Label.DET);
        boolean undetermined = determiner < 0 || lower(s, determiner).startsWith("a");
        return isNoun(s, token)
                ? determiner < 0 || !isPlural(token)
                : undetermined && ARGUMENT.contains(s.label(token));
    }

    private boolean isPlural(int token) {
        return s.tag(token).endsWith("S");
    }

    private List<Party> ofNoun(int token, int depth) {
        String role = nouns.role(s, token);
        if (nouns.isNoState(s, token)) {
            return List.of();
        }
        if (formerOffices.has(token)) {
            return EPITHETS.contains(lemma(s, token)) ? anaphora.definite(token, role) : List.of();
        }
        if (role.isEmpty() && isProperNoun(s, token)) {
            return ofUnknownName(token, depth);
        }
        int owner = s.child(token, Label.POSS);
        if (owner >= 0 && isProperNoun(s, owner) && nouns.isNoState(s, owner)) {
            return List.of(); // "Example Corp's U.K. unit"
        }
        if (owner >= 0 && nouns.isAny(s, token, COUNSEL) && nouns.isAny(s, owner, PEOPLE)) {
            return List.of(); // "the Chilean suspect's lawyer"
        }
        if (owner >= 0
                && Words.isPronoun(s, owner)
                && OTHERS.contains(lemma(s, token))
                && !s.tag(token).endsWith("S")) {
            return anaphora.otherThan(token, findAlone(owner));
        }
        List<Party> found = appositions.ofCompanion(token, depth);
        if (found.isEmpty()) {
            found = owners.before(token, role, depth);
        }
        if (found.isEmpty()) {
            found = owners.behind(token, role, depth);
        }
        if (found.isEmpty()) {
            found = appositions.of(token, role, depth);
        }
        if (found.isEmpty() && !role.isEmpty() && !isOfNoState(token)) {
            found = anaphora.definite(token, role);
        }
        return found;
    }

    /** "head of a business group". */
    private boolean isOfNoState(int token) {
        return Clauses.complements(s, token, "of").stream()
                .anyMatch(object -> !isProperNoun(s, object) && nouns.isNoState(s, object));
    }

    /** "US President Donald Trump": a proper noun that is no known name counts where a role stands before it. */
    private List<Party> ofUnknownName(int token, int depth) {
        for (int c : s.children(token)) {
            boolean before =
                    c < token && !s.label(c).equals(Label.PUNCT) && !s.label(c).equals(Label.DET);
            if (before && isNoun(s, c)) {
                String role = nouns.role(s, c);
                if (!role.isEmpty() && !formerOffices.has(token) && !formerOffices.has(c)) {
                    List<Party> found = owners.before(token, role, depth);
                    if (found.isEmpty()) {
                        found = owners.before(c, role, depth);
                    }
                    if (found.isEmpty()) {
                        found = owners.behind(token, role, depth);
                    }
                    if (!found.isEmpty()) {
                        return learn(token, found);
                    }
                }
            }
        }
        List<Party> found = appositions.of(token, "", depth);
        if (!found.isEmpty()) {
            return learn(token, found);
        }
        Party known = discourse.learned(s.form(token));
        if (known != null) {
            return List.of(new Party(known.code(), s.form(token), known.role(), token, Basis.LEARNED));
        }
        return ofBareTitle(token);
    }

    /** "Foreign Minister Zoran Testic": of the state that the article speaks of. */
    private List<Party> ofBareTitle(int token) {
        for (int c : s.children(token)) {
            if (c < token
                    && isNoun(s, c)
                    && nouns.isAny(s, c, TITLES)
                    && !s.hasChild(c, Label.DET)
                    && !offices.isOfBody(c)) {
                List<Party> found = anaphora.domestic(c, nouns.role(s, c));
                return found.isEmpty()
                                || s.hasChild(token, Label.DET)
                                || formerOffices.has(token)
                                || formerOffices.has(c)
                        ? List.of()
                        : learn(token, found);
            }
        }
        return List.of();
    }

    List<Party> learn(int token, List<Party> found) {
        if (s.form(token).length() > 2) {
            discourse.learn(s.form(token), found.get(0));
        }
        return found;
    }

    /** The state to which an envoy is accredited, or in which a mission lies: "ambassador to Azerbaijan". */
    public List<Party> host(int token) {
        for (String preposition : List.of("to", "in", "at")) {
            for (int object : Clauses.prepositionals(s, token, preposition)) {
                List<Party> found = find(object);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** The state or body other than that one which the sentences before spoke of last as acting. */
    public Optional<Party> lastActing(String other) {
        return discourse.antecedent(
                0, mention -> mention.subject() && !mention.party().code().equals(other));
    }
}
