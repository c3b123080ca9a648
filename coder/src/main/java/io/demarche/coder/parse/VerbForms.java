package io.demarche.coder.parse;

import io.demarche.coder.text.WordTable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Forms of verbs to their infinitives. Of the infinitives that an ending can come from ("hoped": hope, hop, "planned":
 * plann, plan) the known one wins; for a verb that is not known, rules for the spelling of its stem decide.
 */
final class VerbForms {
    /** Stems of more than one syllable that end like this lack an e: "negotiat-", "organiz-", "includ-". */
    private static final String[] LACKING_E = {
        "at", "iz", "is", "ys", "yz", "ut", "ur", "uir", "id", "ud", "od", "ag", "eg", "ig", "ng", "dg", "rg", "uc",
        "ac", "ic", "nc", "rc", "v", "u", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "ns", "rs", "ps", "as",
        "os", "us", "es", "ok", "ar", "in", "ib", "ir"
    };
    /** But not where two vowels come before the last consonant: "treat-", "remain-", "avoid-". */
    private static final String VOWELS = "aeiou";

    private final Map<String, String> irregular;
    private final Set<String> known = new HashSet<>();

    /**
     * @param irregular form to infinitive
     * @param regular infinitives
     * @param spelling British spellings to American ones; those of a known verb are known, too
     */
    VerbForms(Map<String, String> irregular, WordTable regular, Map<String, String> spelling) {
        this.irregular = irregular;
        known.addAll(irregular.values());
        for (WordTable.Row row : regular.rows()) {
            known.add(row.cells().get(0));
        }
        spelling.forEach((british, american) -> {
            if (known.contains(american)) {
                known.add(british);
            }
        });
    }

    /** The infinitive of a verb in lower case, tagged as one. */
    String lemma(String word, String tag) {
        boolean finished = tag.equals(Tag.VB) || tag.equals(Tag.VBP);
        if (finished && known.contains(word)) {
            return word;
        }
        String listed = irregular.get(word);
        if (listed != null) {
            return listed;
        }
        if (tag.equals(Tag.MD)) {
            return word;
        }
        if (tag.equals(Tag.VBZ)) {
            return withoutS(word);
        }
        String lemma = withoutEnding(word);
        if (lemma.equals(word) || finished && !known.contains(lemma)) {
            return word;
        }
        return lemma;
    }

    private String withoutS(String word) {
        int length = word.length();
        if (length < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        String shorter = word.substring(0, length - 1);
        if (isKnown(shorter)) {
            return shorter;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("es")) {
            String stem = word.substring(0, length - 2);
            if (isKnown(stem) || endsAny(stem, "ss", "sh", "ch", "x", "o", "zz")) {
                return stem;
            }
            if (endsDoubled(stem) && isKnown(stem.substring(0, stem.length() - 1))) {
                return stem.substring(0, stem.length() - 1);
            }
        }
        return shorter;
    }

    private String withoutEnding(String word) {
        int length = word.length();
        if (word.endsWith("ied") && length > 4) {
            return isKnown(word.substring(0, length - 1))
                    ? word.substring(0, length - 1)
                    : word.substring(0, length - 3) + "y";
        }
        int cut = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        if (cut == 0 || !hasVowel(word, length - cut)) {
            return word;
        }
        String stem = word.substring(0, length - cut);
        if (isKnown(stem + "e")) {
            return stem + "e";
        }
        if (isKnown(stem)) {
            return stem;
        }
        if (endsDoubled(stem)) {
            String single = stem.substring(0, stem.length() - 1);
            // "travelled" is "travel", "installed" is "install": of the unknown, those in -l, -s, -f and -z keep both
            return isKnown(single) || !endsAny(stem, "ll", "ss", "ff", "zz") ? single : stem;
        }
        return lacksE(stem) ? stem + "e" : stem;
    }

    /** Known as it is, in American spelling, or behind a prefix. */
    private boolean isKnown(String verb) {
        if (known.contains(verb)) {
            return true;
        }
        if (verb.endsWith("ise") && known.contains(verb.substring(0, verb.length() - 2) + "ze")) {
            return true;
        }
        if (verb.endsWith("our") || verb.endsWith("tre")) {
            return verb.length() > 4;
        }
        int hyphen = verb.lastIndexOf('-');
        if (hyphen > 0) {
            return isKnown(verb.substring(hyphen + 1));
        }
        for (String prefix : new String[] {"re", "un", "over", "mis", "dis", "counter", "pre", "out"}) {
            if (verb.startsWith(prefix)
                    && verb.length() > prefix.length() + 3
                    && known.contains(verb.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksE(String stem) {
        int length = stem.length();
        char last = stem.charAt(length - 1);
        char before = length > 1 ? stem.charAt(length - 2) : ' ';
        if (isVowel(last)) {
            return last == 'u' || last == 'e' && before != 'e';
        }
        boolean twoVowels = isVowel(before) && length > 2 && isVowel(stem.charAt(length - 3));
        if (syllables(stem) == 1) {
            // of one vowel and one consonant: the consonant would be doubled if no e were missing
            return isVowel(before) && !twoVowels && "wxy".indexOf(last) < 0
                    || endsAny(stem, "v", "rg", "dg", "rc", "nc", "c", "ns");
        }
        if (twoVowels && !endsAny(stem, "iat", "uat", "eat", "v")) {
            return false;
        }
        return endsAny(stem, LACKING_E);
    }

    /** Whether the last consonant is doubled. */
    static boolean endsDoubled(String stem) {
        int length = stem.length();
        return length > 2
                && stem.charAt(length - 1) == stem.charAt(length - 2)
                && !isVowel(stem.charAt(length - 1))
                && Character.isLetter(stem.charAt(length - 1));
    }

    private static int syllables(String stem) {
        int count = 0;
        boolean inVowels = false;
        for (int i = 0; i < stem.length(); i++) {
            boolean vowel = isVowel(stem.charAt(i)) || stem.charAt(i) == 'y' && i > 0;
            count += vowel && !inVowels ? 1 : 0;
            inVowels = vowel;
        }
        return count;
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if (isVowel(word.charAt(i)) || word.charAt(i) == 'y') {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    private static boolean endsAny(String word, String... ends) {
        for (String end : ends) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
