package io.demarche.coder.actor;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.NounClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import io.demarche.coder.text.PhraseMatch;
import io.demarche.coder.text.PhraseMatcher;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known names in one sentence, namesakes left out. */
public final class NameMentions {
    private static final String LED = "-led";
    private static final String HEAD = "HEAD";
    /** How long news still calls a leader by the bare name after the term in office. */
    private static final int DAYS_OF_GRACE = 240;
    /** So many years before or after the term in office a bare surname is rather that of somebody else. */
    private static final int YEARS_REMEMBERED = 15;

    private final @Nullable NameMention[] byToken;
    private final List<NameMention> all;

    private NameMentions(@Nullable NameMention[] byToken, List<NameMention> all) {
        this.byToken = byToken;
        this.all = all;
    }

    /** Finds the names of a sentence, as they stand on the day of publication. */
    public static NameMentions find(
            ParsedSentence s, PhraseMatcher<Name> names, NounClasses nouns, LocalDate day, LeaderSurnames surnames) {
        List<String> forms = new ArrayList<>(s.size());
        for (int i = 0; i < s.size(); i++) {
            forms.add(withoutHyphen(s.form(i)));
        }
        @Nullable NameMention[] byToken = new NameMention[s.size()];
        List<NameMention> all = new ArrayList<>();
        List<PhraseMatch<Name>> matches = names.findInTokens(forms);
        Namesakes namesakes = new Namesakes(s, nouns, byToken, surnames);
        for (int i = 0; i < matches.size(); i++) {
            PhraseMatch<Name> match = matches.get(i);
            Name name = choose(match.values(), s, match, nouns, day);
            if (name == null
                    || !name.isActor()
                    || namesakes.has(match, name, i + 1 < matches.size() ? matches.get(i + 1) : null)) {
                continue;
            }
            boolean dated = name.isPerson() && !isInOffice(name, day) && !hasTitle(s, match.begin(), nouns);
            if (isLongGone(name, match, day) && !leads(s, match.end(), nouns) && !surnames.names(name.code())) {
                continue;
            }
            if (dated && match.end() - match.begin() == 1 && yearsFromOffice(name, day) > YEARS_REMEMBERED) {
                continue;
            }
            NameMention mention =
                    new NameMention(match.begin(), match.end(), head(s, match.begin(), match.end()), name, dated);
            all.add(mention);
            for (int token = mention.begin(); token < mention.end(); token++) {
                byToken[token] = mention;
            }
        }
        return new NameMentions(byToken, List.copyOf(dropDoubtful(all, byToken)));
    }

    /** Somebody out of office, by surname alone: others of that name come to office, and to the news, elsewhere. */
    private static boolean isLongGone(Name name, PhraseMatch<Name> match, LocalDate day) {
        return name.isPerson()
                && !isInOffice(name, day)
                && match.end() - match.begin() < name.canonical().split(" ").length;
    }

    /** "the Bush administration". */
    private static boolean leads(ParsedSentence s, int next, NounClasses nouns) {
        return next < s.size()
                && nouns.of(Words.lemma(s, next)).stream()
                        .anyMatch(entry -> entry.nounClass().equals("government"));
    }

    /** "India-US", "Saudi-led": the tokenizer may leave the hyphen with the second name, and what a state leads is its own. */
    private static String withoutHyphen(String form) {
        if (form.length() > 2 && form.charAt(0) == '-' && Character.isUpperCase(form.charAt(1))) {
            return form.substring(1);
        }
        return form.endsWith(LED) && form.length() > LED.length()
                ? form.substring(0, form.length() - LED.length())
                : form;
    }

    /** Forms that also mean something else need company: another name of the sentence that stands for the same, or for any state beyond doubt. */
    private static List<NameMention> dropDoubtful(List<NameMention> all, @Nullable NameMention[] byToken) {
        boolean company = all.stream()
                .anyMatch(
                        mention -> !mention.name().ambiguous() || mention.name().isPerson());
        if (company) {
            return all;
        }
        List<NameMention> kept = new ArrayList<>();
        for (NameMention mention : all) {
            for (int i = mention.begin(); i < mention.end(); i++) {
                byToken[i] = null;
            }
        }
        return kept;
    }

    private static @Nullable Name choose(
            List<Name> names, ParsedSentence s, PhraseMatch<Name> match, NounClasses nouns, LocalDate day) {
        Name any = null;
        for (Name name : names) {
            if (!name.isPerson()) {
                return name;
            }
            boolean titled = hasTitle(s, match.begin(), nouns);
            if (name.ambiguous() && !titled || titled && !suits(s, match, name, nouns)) {
                continue;
            }
            if (isInOffice(name, day)) {
                return name;
            }
            any = any == null || yearsFromOffice(name, day) < yearsFromOffice(any, day) ? name : any;
        }
        return any == null || isFormer(s, match.begin()) ? null : any;
    }

    /** "President Romero" is not the spokeswoman of that name. */
    private static boolean suits(ParsedSentence s, PhraseMatch<Name> match, Name name, NounClasses nouns) {
        if (match.end() - match.begin() > 1 || match.begin() == 0 || name.role().startsWith(HEAD)) {
            return true;
        }
        return nouns.of(Words.lemma(s, match.begin() - 1)).stream()
                .filter(entry -> entry.acts() && entry.noun().size() == 1)
                .noneMatch(entry -> entry.role().startsWith(HEAD));
    }

    private static boolean isInOffice(Name name, LocalDate day) {
        return name.heldOn(day) || name.heldOn(day.minusDays(DAYS_OF_GRACE));
    }

    /** How many years the day lies before or after the term in office; 0 within it. */
    private static long yearsFromOffice(Name name, LocalDate day) {
        if (name.from() != null && day.isBefore(name.from())) {
            return ChronoUnit.YEARS.between(day, name.from());
        }
        return name.to() != null && day.isAfter(name.to()) ? ChronoUnit.YEARS.between(name.to(), day) : 0;
    }

    /** "former president Jimmy Carter" acts for nobody but himself. */
    private static boolean isFormer(ParsedSentence s, int begin) {
        for (int i = begin - 1; i >= 0 && i >= begin - 5; i--) {
            String word = Words.lower(s, i);
            if (word.equals("former") || word.equals("ex") || word.startsWith("ex-") || word.equals("late")) {
                return true;
            }
            if (!Words.isNoun(s, i) && !s.tag(i).startsWith(Tag.JJ) && !word.equals("-")) {
                return false;
            }
        }
        return false;
    }

    /** "President Barack Obama": a title before the name says that the person is or was in office when it happened. */
    private static boolean hasTitle(ParsedSentence s, int begin, NounClasses nouns) {
        int before = begin - 1;
        while (before >= 0
                && Words.isProperNoun(s, before)
                && nouns.of(Words.lemma(s, before)).isEmpty()) {
            before--;
        }
        return before >= 0
                && nouns.of(Words.lemma(s, before)).stream().anyMatch(NounClasses.Entry::acts)
                && !isFormer(s, begin);
    }

    static int head(ParsedSentence s, int begin, int end) {
        for (int i = end - 1; i >= begin; i--) {
            int head = s.head(i);
            if (head < begin || head >= end) {
                return i;
            }
        }
        return end - 1;
    }

    /** The name that the token is part of; null where it is part of none. */
    public @Nullable NameMention at(int token) {
        return byToken[token];
    }

    /** The name whose head the token is; null where it is the head of none. */
    public @Nullable NameMention headedBy(int token) {
        NameMention mention = byToken[token];
        return mention != null && mention.head() == token ? mention : null;
    }

    /** All names, from left to right. */
    public List<NameMention> all() {
        return all;
    }
}
