package io.demarche.coder.text;

/**
 * Units of text for the search of phrases: a run of letters and digits is one, so is any other character that is not white
 * space. Case and the shape of quotes and hyphens do not count.
 */
final class Units {
    private static final byte SPACE = 0;
    private static final byte WORD = 1;
    private static final byte MARK = 2;

    /** The kind and the folded form of every character, looked up once a character of all the news there is. */
    private static final byte[] KIND = new byte[1 << 16];

    private static final char[] FOLDED = new char[1 << 16];

    static {
        for (int i = 0; i < KIND.length; i++) {
            char c = (char) i;
            int type = Character.getType(c);
            boolean combining = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            KIND[i] = Characters.isSpace(c) ? SPACE : Character.isLetterOrDigit(c) || combining ? WORD : MARK;
            FOLDED[i] = Character.toLowerCase(Characters.plain(c));
        }
    }

    private Units() {}

    static char folded(char c) {
        return FOLDED[c];
    }

    /** Where the next unit begins, {@code end} where there is none. */
    static int next(CharSequence text, int from, int end) {
        int i = from;
        while (i < end && KIND[text.charAt(i)] == SPACE) {
            i++;
        }
        return i;
    }

    /** Where the unit that begins at {@code from} ends. */
    static int end(CharSequence text, int from, int end) {
        int i = from + 1;
        if (KIND[text.charAt(from)] == WORD) {
            while (i < end && KIND[text.charAt(i)] == WORD) {
                i++;
            }
        }
        return i;
    }

    static int hash(CharSequence text, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) {
            h = h * 31 + FOLDED[text.charAt(i)];
        }
        return h;
    }
}
