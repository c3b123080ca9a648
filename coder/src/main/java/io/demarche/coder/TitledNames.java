package io.demarche.coder;

import io.demarche.coder.lexicon.NounClasses;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The surnames that an article introduces beside a title or a role ("Zoran Testovic, the foreign minister", "minister Zoran
 * Testovic"), found by letters alone: those by which a later sentence may mean a state.
 */
final class TitledNames {
    private static final int BEHIND = 6;

    private TitledNames() {}

    /** The last words of all capitalised runs of two words or more that have a role in them, before them or shortly behind them. */
    static Set<String> of(String body, NounClasses nouns) {
        Set<String> surnames = new HashSet<>();
        String surname = "";
        int run = 0;
        int behind = 0;
        boolean role = false;
        int i = 0;
        while (i < body.length()) {
            if (!Character.isLetter(body.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < body.length() && (Character.isLetter(body.charAt(i)) || body.charAt(i) == '-')) {
                i++;
            }
            String word = body.substring(from, i);
            boolean acting = nouns.mayAct(word.toLowerCase(Locale.ROOT));
            if (Character.isUpperCase(word.charAt(0))) {
                run = behind == 0 ? run + 1 : 1;
                role = acting || role;
                behind = 0;
                surname = word;
                if (run > 1 && role) {
                    surnames.add(word);
                }
            } else {
                behind++;
                if (acting && behind <= BEHIND && run > 1) {
                    surnames.add(surname);
                }
                role = acting;
            }
        }
        return surnames;
    }
}
