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
        String pending = "";
        int left = 0;
        int run = 0;
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
            boolean capital = Character.isUpperCase(word.charAt(0));
            boolean acting = nouns.mayAct(word.toLowerCase(Locale.ROOT));
            if (acting && left > 0) {
                surnames.add(pending);
            }
            left--;
            run = capital ? run + 1 : 0;
            role = acting || capital && role;
            if (run > 1) {
                pending = word;
                left = BEHIND;
                if (role) {
                    surnames.add(word);
                }
            }
        }
        return surnames;
    }
}
