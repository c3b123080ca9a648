package io.demarche.coder.clause;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Locale;
import java.util.Set;

/** Simple questions about single tokens. */
public final class Words {
    private static final Set<String> QUANTITIES = WordClasses.set("quantity-nouns");
    private static final Set<String> RELATIVE = WordClasses.set("relative-pronouns");

    private Words() {}

    /** The lemma in small letters, of names and common words alike; plural names singular. */
    public static String lemma(ParsedSentence s, int i) {
        return s.lemma(i);
    }

    public static String lower(ParsedSentence s, int i) {
        return s.form(i).toLowerCase(Locale.ROOT);
    }

    public static boolean isVerb(ParsedSentence s, int i) {
        return s.tag(i).startsWith(Tag.VB);
    }

    public static boolean isNoun(ParsedSentence s, int i) {
        return s.tag(i).startsWith(Tag.NN);
    }

    public static boolean isProperNoun(ParsedSentence s, int i) {
        return s.tag(i).startsWith(Tag.NNP);
    }

    public static boolean isPronoun(ParsedSentence s, int i) {
        return s.tag(i).equals(Tag.PRP) || s.tag(i).equals(Tag.PRP_POSSESSIVE);
    }

    /** Who, which, that: a pronoun that stands for the noun its clause hangs from. */
    public static boolean isRelative(ParsedSentence s, int i) {
        String tag = s.tag(i);
        return (tag.startsWith(Tag.W) || tag.equals(Tag.IN) || tag.equals(Tag.DT)) && RELATIVE.contains(lower(s, i));
    }

    /** Whether the token merely says how many or which part: "two of", "dozens of". */
    public static boolean isQuantity(ParsedSentence s, int i) {
        String tag = s.tag(i);
        return tag.equals(Tag.CD) || tag.equals(Tag.DT) || QUANTITIES.contains(lemma(s, i)) || tag.equals(Tag.PDT);
    }
}
