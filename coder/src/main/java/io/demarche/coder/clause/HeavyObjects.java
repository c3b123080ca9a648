package io.demarche.coder.clause;

import io.demarche.coder.parse.Label;
import io.demarche.coder.parse.ParsedSentence;

/** "forced out on Wednesday 20 villagers": a long object behind a day, where the parser makes one phrase of both. */
final class HeavyObjects {
    private HeavyObjects() {}

    /** The object behind a day; -1 where there is none. */
    static int find(ParsedSentence s, int verb) {
        for (int c : s.children(verb, Label.PREP)) {
            int object = s.child(c, Label.POBJ);
            int day = c + 1;
            if (object > day
                    && object > verb
                    && s.head(day) == object
                    && DateWords.weekday(Words.lower(s, day)).isPresent()
                    && !s.form(day + 1).equals(",")) {
                return object;
            }
        }
        return -1;
    }
}
