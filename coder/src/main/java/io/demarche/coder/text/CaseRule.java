package io.demarche.coder.text;

/** How the case of a phrase must agree with the text. */
public enum CaseRule {
    /** Letter by letter: "it" is not "IT". */
    EXACT {
        @Override
        boolean admits(CharSequence phrase, CharSequence text, int begin, int end) {
            return same(phrase, text, begin);
        }
    },
    /** Letter by letter, or all in capitals as headlines have it: "France" is "FRANCE", but "turkey" is not "Turkey". */
    NAME {
        @Override
        boolean admits(CharSequence phrase, CharSequence text, int begin, int end) {
            return same(phrase, text, begin) || capitals(text, begin, end);
        }
    },
    /** Any case: for verbs and common nouns, which may open a sentence. */
    ANY {
        @Override
        boolean admits(CharSequence phrase, CharSequence text, int begin, int end) {
            return true;
        }
    };

    /** Whether one unit of the phrase may be read as {@code text[begin, end)}, which is known to agree but for case. */
    abstract boolean admits(CharSequence phrase, CharSequence text, int begin, int end);

    private static boolean same(CharSequence phrase, CharSequence text, int begin) {
        for (int i = 0; i < phrase.length(); i++) {
            if (phrase.charAt(i) != Characters.plain(text.charAt(begin + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean capitals(CharSequence text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
