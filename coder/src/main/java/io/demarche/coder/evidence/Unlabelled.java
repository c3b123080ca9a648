package io.demarche.coder.evidence;

import io.demarche.coder.lexicon.WordClasses;
import java.util.Set;

/** Parties of whose acts the corpus has no labels: organisations but the Union. The model has learnt nothing of them. */
public final class Unlabelled {
    private static final Set<String> CODES = WordClasses.set("unlabelled-codes");

    private Unlabelled() {}

    /** Whether one of the two is such a party. */
    public static boolean isEither(String source, String target) {
        return CODES.contains(source) || CODES.contains(target);
    }
}
