package io.demarche.coder.parse;

import java.util.Locale;

/** Numbers that stand for a word or a part of it in features. They are part of the model's format. */
public final class WordForm {
    private static final int WORD_SEED = 0x811c9dc5;
    private static final int PREFIX_SEED = 0x711c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    /** The bit of the shape that says that the word is the first. */
    static final int FIRST_WORD = 32;

    private WordForm() {}

    /** Lower case with every digit as 0, so that numbers and years share their weights. */
    public static String normal(String form) {
        String lower = form.toLowerCase(Locale.ROOT);
        StringBuilder zeroed = null;
        for (int i = 0; i < lower.length(); i++) {
            if (Character.isDigit(lower.charAt(i))) {
                if (zeroed == null) {
                    zeroed = new StringBuilder(lower);
                }
                zeroed.setCharAt(i, '0');
            }
        }
        return zeroed == null ? lower : zeroed.toString();
    }

    public static int word(String normal) {
        return hash(normal, 0, normal.length(), WORD_SEED);
    }

    /** The last {@code n} characters, whatever their case. */
    public static int suffix(String form, int n) {
        return hash(form, Math.max(0, form.length() - n), form.length(), WORD_SEED) + n;
    }

    /** The first {@code n} characters, whatever their case. */
    public static int prefix(String form, int n) {
        return hash(form, 0, Math.min(n, form.length()), PREFIX_SEED) + n;
    }

    /** Five bits: begins upper case, has no lower case, has a digit, a hyphen, a letter; the sixth is {@link #FIRST_WORD}. */
    public static int shape(String form) {
        boolean noLower = true;
        boolean digit = false;
        boolean hyphen = false;
        boolean letter = false;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            noLower &= !Character.isLowerCase(c);
            digit |= Character.isDigit(c);
            hyphen |= c == '-';
            letter |= Character.isLetter(c);
        }
        return (Character.isUpperCase(form.charAt(0)) ? 1 : 0)
                | (noLower ? 2 : 0)
                | (digit ? 4 : 0)
                | (hyphen ? 8 : 0)
                | (letter ? 16 : 0);
    }

    /** The first {@code bits} bits of a Brown cluster's path, which carries a leading 1; 0 for a word without cluster. */
    public static long clusterPath(int path, int bits) {
        if (path == 0) {
            return 0;
        }
        int length = 31 - Integer.numberOfLeadingZeros(path);
        return length <= bits ? path : path >>> (length - bits);
    }

    private static int hash(String s, int from, int to, int seed) {
        int h = seed;
        for (int i = from; i < to; i++) {
            h = (h ^ Character.toLowerCase(s.charAt(i))) * FNV_PRIME;
        }
        return h;
    }
}
