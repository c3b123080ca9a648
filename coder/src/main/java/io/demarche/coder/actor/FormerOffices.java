package io.demarche.coder.actor;

import io.demarche.coder.clause.Words;
import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import java.util.List;
import java.util.Set;

/** "former minister", "ex-president": who acted for a state once and does no longer. */
final class FormerOffices {
    private static final Set<String> FORMER = WordClasses.set("former-words");
    private static final List<String> NO_OFFICE = WordClasses.list("no-office");

    private final ParsedSentence s;
    private final NounReader nouns;

    FormerOffices(ParsedSentence s, NounReader nouns) {
        this.s = s;
        this.nouns = nouns;
    }

    /** Whether the noun is an office that its holder has no more. */
    boolean has(int noun) {
        for (int c : s.children(noun)) {
            if (FORMER.contains(Words.lower(s, c)) && !s.label(c).equals(Label.DET)) {
                return !nouns.role(s, noun).isEmpty() && !nouns.isAny(s, noun, NO_OFFICE);
            }
        }
        return false;
    }
}
