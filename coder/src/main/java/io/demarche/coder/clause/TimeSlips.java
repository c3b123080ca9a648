package io.demarche.coder.clause;

import static io.demarche.coder.clause.Words.lemma;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.ParsedSentence;
import java.util.Set;

/** What stands for a verb's subject where the parser took a word of time for it. */
final class TimeSlips {
    private static final Set<String> AFTER = WordClasses.set("sequence-conjunctions");

    private TimeSlips() {}

    /** "a day after Oslo had summoned him": the parser may take the day for the subject, and Oslo for what "after" governs. */
    static int behindTime(ParsedSentence s, int subject, int verb) {
        if (!DateWords.isUnit(lemma(s, subject))) {
            return subject;
        }
        for (int c : s.children(subject, "prep")) {
            int object = s.child(c, "pobj");
            if (object >= 0 && object < verb && AFTER.contains(lemma(s, c))) {
                return object;
            }
        }
        return subject;
    }
}
