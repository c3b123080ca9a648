package io.demarche.coder.actor;

import io.demarche.coder.clause.DateWords;
import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.NounClasses;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.text.PhraseMatch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What looks like a known name in a sentence and is none: other words, other people, other states' bodies. */
final class Namesakes {
    private static final Set<String> TITLES = WordClasses.set("civil-titles");
    private static final Set<String> COMPASS = WordClasses.set("compass-words");
    private static final Set<String> LANGUAGE_AFTER = WordClasses.set("language-prepositions");
    private static final Set<String> OF_A_SURNAME = WordClasses.set("surname-prefixes");
    /** The first words of surnames of two words. */
    private static final Set<String> PARTICLES = WordClasses.set("surname-particles");

    private static final Set<String> MEMBERS = WordClasses.set("member-nouns");
    private static final String FIRM = "firm";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private final ParsedSentence s;
    private final NounClasses nouns;
    private final @Nullable NameMention[] before;
    private final LeaderSurnames surnames;

    /**
     * Prepares for one sentence.
     *
     * @param before by token, the names found so far
     * @param surnames who else bears the surnames of leaders in the article
     */
    Namesakes(ParsedSentence s, NounClasses nouns, @Nullable NameMention[] before, LeaderSurnames surnames) {
        this.s = s;
        this.nouns = nouns;
        this.before = before;
        this.surnames = surnames;
    }

    /** Whether the words do not mean what the name stands for; {@code next} is the name after it, null after the last. */
    boolean has(PhraseMatch<Name> match, Name name, @Nullable PhraseMatch<Name> next) {
        return isNoName(match)
                || isEthnic(match.begin())
                || isDate(match, name)
                || isLanguage(match, name)
                || isMember(match, name)
                || isOfFirm(match, name)
                || isBodyOfAnother(match, name, next)
                || isEndOfSurname(match, name)
                || isOtherPerson(match, name)
                || isNamesake(match, name)
                || isElsewhere(match, name);
    }

    /** Georgia, where the article is about the American state of that name. */
    private boolean isElsewhere(PhraseMatch<Name> match, Name name) {
        return name.kind() == Name.Kind.STATE && isOneWord(match) && surnames.isElsewhere(s.form(match.begin()));
    }

    private String word(int i) {
        return i >= 0 && i < s.size() ? Words.lower(s, i) : "";
    }

    private static boolean isOneWord(PhraseMatch<Name> match) {
        return match.end() - match.begin() == 1;
    }

    /** "He said", "US" shouted: one word that the tagger takes for a pronoun, a verb or the like. */
    private boolean isNoName(PhraseMatch<Name> match) {
        String tag = s.tag(match.begin());
        return isOneWord(match)
                && (tag.startsWith(Tag.PRP)
                        || tag.equals(Tag.IN)
                        || tag.equals(Tag.DT)
                        || tag.equals(Tag.MD)
                        || tag.startsWith(Tag.W)
                        || tag.equals(Tag.CC));
    }

    /** "ethnic Albanians" are a people, not the state. */
    private boolean isEthnic(int begin) {
        return word(begin - 1).equals("ethnic");
    }

    /** A group called after a day is not meant where the day is: "on June 4, 1999", but "the June 4 movement". */
    private boolean isDate(PhraseMatch<Name> match, Name name) {
        boolean day = name.kind() == Name.Kind.ORGANISATION
                && match.end() - match.begin() == 2
                && DateWords.month(word(match.begin())).isPresent()
                && NUMBER.matcher(word(match.begin() + 1)).matches();
        return day && !word(match.begin() - 1).equals("the");
    }

    /** "She spoke in French", "translated from Korean". */
    private boolean isLanguage(PhraseMatch<Name> match, Name name) {
        return name.kind() == Name.Kind.ADJECTIVE
                && isOneWord(match)
                && LANGUAGE_AFTER.contains(word(match.begin() - 1))
                && s.label(match.begin()).equals(Label.POBJ)
                && !s.tag(match.begin()).endsWith("S");
    }

    /** "the NATO member agreed": one of them, not the alliance. */
    private boolean isMember(PhraseMatch<Name> match, Name name) {
        return name.kind() == Name.Kind.ORGANISATION && MEMBERS.contains(word(match.end()));
    }

    /** "CIS Technologies Inc": the first part of a firm's name. */
    private boolean isOfFirm(PhraseMatch<Name> match, Name name) {
        int last = match.end();
        while (last < s.size()
                && s.tag(last).startsWith(Tag.NNP)
                && s.label(last - 1).equals(Label.COMPOUND)) {
            last++;
        }
        if (name.isPerson() || last == match.end()) {
            return false;
        }
        List<NounClasses.Entry> entries = nouns.of(Words.lemma(s, last - 1));
        return entries.stream().anyMatch(entry -> entry.nounClass().equals(FIRM))
                && entries.stream().noneMatch(NounClasses.Entry::acts);
    }

    /** "the Royal Air Force of Oman", "the Nigerian House of Representatives": a body by a name that others use as well. */
    private boolean isBodyOfAnother(PhraseMatch<Name> match, Name name, @Nullable PhraseMatch<Name> next) {
        if (name.kind() != Name.Kind.SEAT || isOneWord(match)) {
            return false;
        }
        NameMention owner = match.begin() > 0 ? before[match.begin() - 1] : null;
        if (owner != null
                && owner.name().kind() == Name.Kind.ADJECTIVE
                && !owner.name().code().equals(name.code())) {
            return true;
        }
        return next != null
                && word(match.end()).equals("of")
                && next.begin() == match.end() + 1
                && next.values().stream()
                        .anyMatch(other ->
                                other.kind() == Name.Kind.STATE && !other.code().equals(name.code()));
    }

    /** "Khalid Al-Madinah": a place in a family's name. */
    private boolean isEndOfSurname(PhraseMatch<Name> match, Name name) {
        if (name.isPerson() || name.kind() == Name.Kind.ORGANISATION) {
            return false;
        }
        int at = match.begin() - 1;
        boolean hyphen = word(at).equals("-") || s.form(match.begin()).startsWith("-");
        return OF_A_SURNAME.contains(word(word(at).equals("-") ? at - 1 : at)) && (hyphen || word(at).startsWith("b"));
    }

    /** "Hasan Khatami Kurt", or "Khatami" where the article has introduced Hasan Khatami: not the leader of that surname. */
    private boolean isOtherPerson(PhraseMatch<Name> match, Name name) {
        if (!name.isPerson() || !isOneWord(match)) {
            return false;
        }
        int after = match.end();
        boolean middle = after < s.size()
                && s.tag(after).equals(Tag.NNP)
                && s.label(match.begin()).equals(Label.COMPOUND)
                && (s.head(match.begin()) == after || s.head(match.begin()) == s.head(after))
                && nouns.of(Words.lemma(s, after)).isEmpty()
                && !DateWords.isDateWord(word(after))
                && !s.form(after).equals(s.form(after).toUpperCase(Locale.ROOT));
        return middle || !hasTitleBefore(match.begin()) && surnames.isStranger(s.form(match.begin()), name);
    }

    private boolean hasTitleBefore(int token) {
        return token > 0 && isTitle(token - 1);
    }

    /** "Paris Hilton", "Michael Jordan", "Radio Kabul": a bare name beside a proper noun that is no title. */
    private boolean isNamesake(PhraseMatch<Name> match, Name name) {
        if (name.kind() == Name.Kind.ORGANISATION || name.kind() == Name.Kind.ADJECTIVE) {
            return false;
        }
        int first = match.begin() - 1;
        int head = NameMentions.head(s, match.begin(), match.end());
        if (first < 0 || !s.tag(first).equals(Tag.NNP) || before[first] != null || s.head(first) != head) {
            return false;
        }
        String word = word(first);
        if (DateWords.isDateWord(word)) {
            return false; // "On 3 June Norway ..."
        }
        return s.label(first).equals(Label.COMPOUND)
                && !word.endsWith("ern")
                && !COMPASS.contains(word)
                && !TITLES.contains(word)
                && !(name.isPerson() && isTitle(first))
                && (isOneWord(match)
                        || isSurname(match, name) && !name.canonical().contains(s.form(first)));
    }

    /** "dos Santos", "bin Zayed": two words, and yet a surname only. */
    private boolean isSurname(PhraseMatch<Name> match, Name name) {
        return name.isPerson() && PARTICLES.contains(word(match.begin()));
    }

    private boolean isTitle(int token) {
        return nouns.of(Words.lemma(s, token)).stream()
                .anyMatch(entry -> !entry.role().equals("CIVILIAN"));
    }
}
