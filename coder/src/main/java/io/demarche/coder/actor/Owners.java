package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose a noun is, by what stands before it and by the prepositions behind it. */
final class Owners {
    static final List<String> PREPOSITIONS = WordClasses.list("owning-prepositions");
    /** "French-led troops", "the Greek-owned tanker": whose they are. */
    private static final Set<String> ACTING = WordClasses.set("acting-participles");

    private static final Set<String> COUNTERPARTS = WordClasses.set("counterpart-nouns");
    private static final List<String> ENVOYS = List.of("ambassador", "diplomat", "mission");

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;
    private final ActorFinder actors;

    Owners(ParsedSentence s, NameMentions names, NounReader nouns, ActorFinder actors) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
        this.actors = actors;
    }

    /** "French", "France's" or "its" before the noun. */
    List<Party> before(int token, String role, int depth) {
        Map<String, Party> found = new LinkedHashMap<>();
        for (int c : s.children(token)) {
            if (c > token) {
                break;
            }
            switch (s.label(c)) {
                case Label.POSS -> {
                    if (isOfAnother(c, token)) {
                        continue;
                    }
                    Map<String, Party> owners = new LinkedHashMap<>();
                    actors.collect(c, depth + 1, true, owners);
                    owners.values().forEach(owner -> found.putIfAbsent(owner.code(), modified(owner, token, role)));
                }
                case Label.NMOD, Label.COMPOUND, Label.ADVMOD, Label.CONJ -> {
                    addModifiers(c, token, role, 0, found);
                }
                default -> {}
            }
        }
        return List.copyOf(found.values());
    }

    /** "his French counterpart": the owner is the one that the noun is not. */
    private boolean isOfAnother(int owner, int token) {
        return Words.isPronoun(s, owner)
                && COUNTERPARTS.contains(lemma(s, token))
                && Arrays.stream(s.children(token)).anyMatch(c -> c != owner && c < token && names.headedBy(c) != null);
    }

    /** "US, Canadian and European staff": each may hang on the one before. */
    private void addModifiers(int modifier, int noun, String role, int depth, Map<String, Party> found) {
        addModifier(modifier, noun, role, found);
        for (int c : s.children(modifier)) {
            if (!s.label(c).equals(Label.PUNCT) && (depth == 0 || s.label(c).equals(Label.CONJ))) {
                addModifiers(c, noun, role, depth + 1, found);
            }
        }
    }

    private void addModifier(int modifier, int noun, String role, Map<String, Party> found) {
        NameMention mention = names.headedBy(modifier);
        if (mention != null && !isHyphenated(mention) && !actors.venues().isNamesake(modifier)) {
            Name name = mention.name();
            String part = role.isEmpty() ? name.role() : role;
            Basis basis = name.kind() == Name.Kind.PLACE ? Basis.PLACE : Basis.PHRASE;
            found.putIfAbsent(name.code(), new Party(name.code(), phrase(noun), part, noun, basis));
        }
    }

    /** "Iran-backed", "pro-Russian": the noun is not that state's. */
    boolean isHyphenated(NameMention mention) {
        boolean before = mention.begin() > 0 && s.form(mention.begin() - 1).equals("-");
        boolean after = mention.end() < s.size()
                && s.form(mention.end()).equals("-")
                && mention.end() + 1 < s.size()
                && !isNoun(s, mention.end() + 1)
                && !ACTING.contains(lower(s, mention.end() + 1))
                && names.at(mention.end() + 1) == null;
        return after || before && mention.begin() > 1 && names.at(mention.begin() - 2) == null;
    }

    private Party modified(Party owner, int noun, String role) {
        Basis basis = owner.basis().ordinal() < Basis.PHRASE.ordinal() ? Basis.PHRASE : owner.basis();
        return new Party(owner.code(), phrase(noun), role.isEmpty() ? owner.role() : role, noun, basis);
    }

    /** "the government of France", "diplomats from Poland". */
    List<Party> behind(int token, String role, int depth) {
        boolean envoy = nouns.isAny(s, token, ENVOYS);
        for (String preposition : PREPOSITIONS) {
            if (envoy && !preposition.equals("of") && !preposition.equals("from")) {
                continue;
            }
            if (role.isEmpty() && !preposition.equals("of") && !preposition.equals("from")) {
                continue;
            }
            Map<String, Party> found = new LinkedHashMap<>();
            for (int object : Clauses.complements(s, token, preposition)) {
                actors.collect(object, depth + 1, true, found);
            }
            if (!found.isEmpty()) {
                return found.values().stream()
                        .map(party -> modified(party, token, role))
                        .toList();
            }
        }
        return List.of();
    }

    /** The phrase before and with the noun, as written: "the French Foreign Ministry". */
    private String phrase(int noun) {
        int begin = noun;
        for (int c : s.children(noun)) {
            boolean part = switch (s.label(c)) {
                case Label.NMOD, Label.COMPOUND, Label.POSS -> c < noun;
                default -> false;
            };
            if (part) {
                begin = Math.min(begin, s.subtree(c).begin());
            }
        }
        return s.text(begin, noun + 1);
    }
}
