package io.demarche.coder.factuality;

import static io.demarche.coder.clause.Words.lower;

import io.demarche.coder.lexicon.WordClasses;
import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;
import io.demarche.coder.parse.Tag;
import java.util.Set;

/** The auxiliaries and conjunctions of a verb. */
final class Auxiliaries {
    static final Set<String> FUTURE = WordClasses.set("future-auxiliaries");
    private static final Set<String> AWAITING = WordClasses.set("awaiting-conjunctions");
    private static final Set<String> CONDITIONS = WordClasses.set("conditional-conjunctions");

    private final ParsedSentence s;

    Auxiliaries(ParsedSentence s) {
        this.s = s;
    }

    /** Whether one of these is an auxiliary of the verb. */
    boolean hasAuxiliary(int token, Set<String> words) {
        for (int c : s.children(token)) {
            if (s.label(c).equals(Label.AUX) && words.contains(lower(s, c))) {
                return true;
            }
        }
        return false;
    }

    /** "may have bought", said of what nobody knows. */
    boolean isGuessed(int verb) {
        return hasAuxiliary(verb, Set.of("may")) && hasAuxiliary(verb, Set.of("have"));
    }

    /** "If talks fail, Oslo expels them": in the present tense what hangs on a condition has not happened. */
    boolean dependsOnCondition(int token) {
        String tag = s.tag(token);
        if (!tag.equals(Tag.VBZ) && !tag.equals(Tag.VBP)) {
            return false;
        }
        for (int c : s.children(token, Label.ADVCL)) {
            if (isConditional(c)) {
                return true;
            }
        }
        return false;
    }

    /** "will lift the ban once they comply", "would lift it as soon as they complied". */
    boolean isAwaited(int verb) {
        int above = s.head(verb);
        boolean soon = above >= 0 && AWAITING.contains(lower(s, above));
        int governor = soon ? s.head(above) : above;
        int mark = s.child(verb, Label.MARK);
        boolean once = mark >= 0 && mark < verb && AWAITING.contains(lower(s, mark));
        return (soon || once) && governor >= 0 && hasAuxiliary(governor, FUTURE);
    }

    /** Whether "if", "unless" or the like opens the clause. */
    boolean isConditional(int token) {
        for (int c : s.children(token)) {
            if ((s.label(c).equals(Label.MARK) || s.label(c).equals(Label.ADVMOD))
                    && CONDITIONS.contains(lower(s, c))
                    && c < token) {
                return true;
            }
        }
        return false;
    }
}
