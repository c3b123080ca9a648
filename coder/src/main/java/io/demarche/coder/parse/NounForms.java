package io.demarche.coder.parse;

import java.util.Map;

/** Plurals to singulars. */
final class NounForms {
    private final Map<String, String> irregular;

    NounForms(Map<String, String> irregular) {
        this.irregular = irregular;
    }

    /** The singular of a plural in lower case. */
    String singular(String word) {
        String known = irregular.get(word);
        if (known != null) {
            return known;
        }
        int length = word.length();
        int hyphen = word.lastIndexOf('-');
        if (hyphen > 0 && irregular.containsKey(word.substring(hyphen + 1))) {
            return word.substring(0, hyphen + 1) + irregular.get(word.substring(hyphen + 1));
        }
        if (length > 4 && word.endsWith("men")) {
            return word.substring(0, length - 2) + "an";
        }
        if (length < 3 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("'s")) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        return word.substring(0, length - (dropsE(word, length) ? 2 : 1));
    }

    /** Whether the singular of a word in -s lacks an e before it, too: "boxes", "heroes". */
    private static boolean dropsE(String word, int length) {
        if (!word.endsWith("es") || length < 5) {
            return false;
        }
        String stem = word.substring(0, length - 2);
        return stem.endsWith("ss")
                || stem.endsWith("sh")
                || stem.endsWith("ch")
                || stem.endsWith("x")
                || stem.endsWith("o");
    }
}
