package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isNoun;

import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.clause.Clauses;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.List;

/** For whom a person acts now, whatever the name is known for, where the sentence says so. */
final class Offices {
    /** "union leader Ana Testino" leads no state. */
    private static final List<String> GROUPS = WordClasses.list("groups");

    private static final List<String> SERVANTS = WordClasses.list("servants");

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;
    private final ActorFinder actors;

    Offices(ParsedSentence s, NameMentions names, NounReader nouns, ActorFinder actors) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
        this.actors = actors;
    }

    /** "the Rotary Bank said, president Ana Testino": a bare title right after a body or what stands in brackets is not the state's. */
    boolean isOfBody(int title) {
        if (title > 0 && s.form(title - 1).equals(")")) {
            return true;
        }
        if (title > 0 && nouns.isAny(s, title - 1, GROUPS)) {
            return true;
        }
        int before = title - 1;
        while (before >= 0
                && (s.label(before).equals(Label.PUNCT) || s.form(before).equals(","))) {
            before--;
        }
        NameMention body = before < 0 || before == title - 1 ? null : names.at(before);
        return body != null && body.name().kind() == Name.Kind.ORGANISATION;
    }

    /** Another state or organisation than the name's own; empty where none is said. */
    List<Party> of(NameMention person, int token) {
        List<Party> before = beforeName(person, token);
        return before.isEmpty() ? afterName(person, token) : before;
    }

    /** "UN envoy Jan Test": what stands with the title before a person's name says for whom he acts now. */
    private List<Party> beforeName(NameMention person, int token) {
        for (int i = person.begin() - 1; i >= 0 && (isNoun(s, i) || s.tag(i).startsWith(Tag.JJ)); i--) {
            NameMention body = names.at(i);
            if (body != null) {
                boolean titled = i + 1 < person.begin()
                        && !nouns.role(s, person.begin() - 1).isEmpty()
                        && !body.name().isPerson()
                        && body.name().kind() != Name.Kind.PLACE
                        && !body.name().code().equals(person.name().code());
                return titled
                        ? List.of(new Party(
                                body.name().code(),
                                s.text(body.begin(), person.end()),
                                nouns.role(s, person.begin() - 1),
                                token,
                                Basis.NAME))
                        : List.of();
            }
        }
        return List.of();
    }

    /** "a representative of the UN" after the name. */
    private List<Party> afterName(NameMention person, int token) {
        for (int c : s.children(token, Label.APPOS)) {
            if (!nouns.isAny(s, c, SERVANTS)) {
                continue;
            }
            for (String preposition : Owners.PREPOSITIONS) {
                for (int master : Clauses.prepositionals(s, c, preposition)) {
                    for (Party served : actors.findAlone(master)) {
                        if (served.basis() != Basis.CONTEXT
                                && !served.code().equals(person.name().code())) {
                            return List.of(new Party(
                                    served.code(),
                                    s.text(person.begin(), person.end()),
                                    served.role(),
                                    token,
                                    Basis.PHRASE));
                        }
                    }
                }
            }
        }
        return List.of();
    }
}
