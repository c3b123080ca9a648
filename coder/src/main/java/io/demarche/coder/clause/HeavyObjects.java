package io.demarche.coder.clause;

import io.demarche.coder.parse.ParsedSentence;

/** Long objects that stand behind what else belongs to the verb, where the parser takes them for another name of that. */
final class HeavyObjects {
    private HeavyObjects() {}

    /** The object behind a day or behind whom "to" names; -1 where there is none. */
    static int find(ParsedSentence s, int verb) {
        int object = behindDay(s, verb);
        return object < 0 ? behindReceiver(s, verb) : object;
    }

    /** "forced out on Wednesday 20 villagers": the parser may take what follows the day for another name of it. */
    private static int behindDay(ParsedSentence s, int verb) {
        for (int c : s.children(verb)) {
            boolean on = s.label(c).equals("prep");
            int inside = on ? s.child(c, "pobj") : s.label(c).equals("npadvmod") ? c : -1;
            int day = on ? c + 1 : c;
            if (inside < verb
                    || day + 1 >= s.size()
                    || DateWords.weekday(Words.lower(s, day)).isEmpty()
                    || s.form(day + 1).equals(",")) {
                continue;
            }
            int object = inside == day ? s.child(day, "appos") : s.head(day) == inside ? inside : -1;
            if (object > day) {
                return object;
            }
        }
        return -1;
    }

    /** "returned to the Peruvian government eight vases". */
    private static int behindReceiver(ParsedSentence s, int verb) {
        int receiver = Clauses.prepositional(s, verb, "to");
        int object = receiver < verb ? -1 : s.child(receiver, "appos");
        if (object < 0) {
            return -1;
        }
        int begin = s.subtree(object).begin();
        boolean counted = s.tag(begin).equals("CD") || s.tag(begin).equals("DT");
        return counted && begin == receiver + 1 ? object : -1;
    }
}
