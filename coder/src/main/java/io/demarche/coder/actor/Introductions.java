package io.demarche.coder.actor;

import static io.demarche.coder.clause.Words.isNoun;
import static io.demarche.coder.clause.Words.isProperNoun;
import static io.demarche.coder.clause.Words.lemma;
import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.actor.Party.Basis;
import io.demarche.coder.clause.DateWords;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a sentence brings into the article, for what points back to them. */
public final class Introductions {
    private static final int DEEPEST = 6;
    private static final List<String> PERSONS = WordClasses.list("persons");

    private final ParsedSentence s;
    private final NameMentions names;
    private final NounReader nouns;
    private final ActorFinder actors;
    private final Discourse discourse;

    public Introductions(
            ParsedSentence s, NameMentions names, NounReader nouns, ActorFinder actors, Discourse discourse) {
        this.s = s;
        this.names = names;
        this.nouns = nouns;
        this.actors = actors;
        this.discourse = discourse;
    }

    /** Notes everybody named in the sentence for later pronouns; to be called once, from left to right, before coding. */
    public void remember() {
        for (int i = 0; i < s.size(); i++) {
            if (!isNoun(s, i) && names.headedBy(i) == null || isModifier(i) || isPartOfName(i)) {
                continue;
            }
            boolean subject = s.label(i).startsWith(Label.NSUBJ);
            List<Party> parties = actors.findAlone(i);
            boolean plural = s.tag(i).endsWith("S") || s.hasChild(i, Label.CONJ);
            if (parties.isEmpty() && subject) {
                rememberOther(i, plural);
            }
            for (Party party : parties) {
                if (party.basis() != Basis.INFERRED && mayBeMeant(i)) {
                    discourse.add(party, lemma(s, i), isPerson(i, party), plural, subject, group(i));
                }
            }
            if (subject
                    && !parties.isEmpty()
                    && s.head(i) >= 0
                    && s.label(s.head(i)).equals(Label.ROOT)) {
                discourse.spoke(parties);
            }
            if (subject && !parties.isEmpty() && !isProperNoun(s, i)) {
                learnSetOff(i, parties);
            }
        }
    }

    /** The first of the phrases joined by "and" of which this is one. */
    private int group(int token) {
        int first = token;
        for (int i = 0; i < DEEPEST && s.label(first).equals(Label.CONJ) && s.head(first) >= 0; i++) {
            first = s.head(first);
        }
        return first;
    }

    /**
     * "The president's envoy for the talks with Oslo, Ana Testova, refused": a name between commas before the verb is that of
     * the subject, wherever the parser hangs it.
     */
    private void learnSetOff(int subject, List<Party> parties) {
        int verb = s.head(subject);
        if (verb < 0) {
            return;
        }
        int end = verb;
        for (int c : s.children(verb)) {
            if (c > subject
                    && c < end
                    && (s.label(c).startsWith(Label.AUX) || s.label(c).equals(Label.NEG))) {
                end = c;
            }
        }
        if (end < 1 || end < subject || !s.form(end - 1).equals(",")) {
            return;
        }
        int begin = end - 1;
        while (begin > subject + 1 && isProperNoun(s, begin - 1) && names.at(begin - 1) == null) {
            begin--;
        }
        if (end - 1 - begin >= 2
                && s.form(begin - 1).equals(",")
                && !nouns.role(s, subject).isEmpty()) {
            actors.learn(end - 2, parties);
        }
    }

    /** "French cheese" is not what a later "it" or "they" acts as. */
    private boolean mayBeMeant(int token) {
        return names.headedBy(token) != null
                || isProperNoun(s, token)
                || !nouns.role(s, token).isEmpty()
                || !isNoun(s, token);
    }

    private void rememberOther(int token, boolean plural) {
        boolean proper = isProperNoun(s, token) && !DateWords.isDateWord(lower(s, token));
        boolean person = proper || nouns.isAny(s, token, PERSONS);
        boolean thing = !nouns.isAny(s, token, PERSONS)
                && (proper
                        ? s.hasChild(token, Label.DET)
                        : nouns.isNoState(s, token) || !nouns.role(s, token).isEmpty());
        if (person || thing) {
            discourse.addOther(person, thing, plural, token);
        }
    }

    /** "the Berne agreement", "Toronto Example Press": a name within that of something else. */
    private boolean isPartOfName(int i) {
        int head = s.head(i);
        return actors.venues().isNamesake(i)
                || s.label(i).equals(Label.COMPOUND)
                        && head >= 0
                        && isProperNoun(s, head)
                        && names.headedBy(head) == null
                        && nouns.role(s, head).isEmpty()
                        && Arrays.stream(s.children(head))
                                .allMatch(c -> nouns.role(s, c).isEmpty());
    }

    private boolean isModifier(int i) {
        return switch (s.label(i)) {
            case Label.COMPOUND, Label.NMOD ->
                names.headedBy(i) == null
                        || s.head(i) >= 0
                                && isNoun(s, s.head(i))
                                && (!nouns.role(s, s.head(i)).isEmpty() || nouns.isNoState(s, s.head(i)));
            default -> false;
        };
    }

    private boolean isPerson(int token, Party party) {
        @Nullable NameMention mention = names.headedBy(token);
        if (mention != null) {
            return mention.name().isPerson();
        }
        return isProperNoun(s, token) && nouns.role(s, token).isEmpty()
                || nouns.isAny(s, token, PERSONS)
                || Set.of("HEAD", "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "EMBASSY")
                        .contains(party.role());
    }
}
