package io.demarche.coder.actor;

import io.demarche.coder.clause.DateWords;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.lexicon.SharedPlaces;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who bears a leader's surname in one article: where it speaks of "Vera Petrova" and never of the leader by title or full
 * name, a bare "Petrova" is she. Belongs to one article and one thread; reads the text once for each surname asked for.
 */
public final class LeaderSurnames {
    private static final int LONGEST_WORD = 30;
    private static final String HEAD = "HEAD";

    private static final SharedPlaces SHARED = SharedPlaces.load();

    private final String body;
    private final Lexicon lexicon;
    private final Map<String, Boolean> strangers = new HashMap<>();
    private @Nullable Set<String> named;
    private @Nullable Set<String> elsewhere;

    public LeaderSurnames(String body, Lexicon lexicon) {
        this.body = body;
        this.lexicon = lexicon;
    }

    /** Whether the article means somebody else by the leader's bare surname. */
    boolean isStranger(String surname, Name leader) {
        return strangers.computeIfAbsent(surname + "\t" + leader.canonical(), any -> reads(surname, leader));
    }

    /** Whether the article names the state or organisation otherwise than by its leaders. */
    boolean names(String code) {
        if (named == null) {
            named = lexicon.names().find(body).stream()
                    .flatMap(match -> match.values().stream())
                    .filter(name -> !name.isPerson())
                    .map(Name::code)
                    .collect(Collectors.toSet());
        }
        return named.contains(code);
    }

    /** Whether the article means by a state's name a place elsewhere. */
    boolean isElsewhere(String form) {
        if (elsewhere == null) {
            elsewhere = SHARED.elsewhere(body);
        }
        return elsewhere.contains(form);
    }

    private boolean reads(String surname, Name leader) {
        boolean stranger = false;
        for (int at = body.indexOf(surname); at >= 0; at = body.indexOf(surname, at + surname.length())) {
            String before = wordBefore(at);
            int end = at + surname.length();
            if (before.isEmpty() || end < body.length() && Character.isLetter(body.charAt(end))) {
                continue;
            }
            if (isTitle(before, at - 1, leader) || isOwn(before, leader)) {
                return false;
            }
            stranger |= isFirstName(before, at - 1 - before.length());
        }
        return stranger;
    }

    /** The word right before, without more than one space between; empty where there is none. */
    private String wordBefore(int at) {
        if (at < 2 || body.charAt(at - 1) != ' ') {
            return "";
        }
        int begin = at - 1;
        while (begin > 0 && at - begin < LONGEST_WORD && !Character.isWhitespace(body.charAt(begin - 1))) {
            begin--;
        }
        return body.substring(begin, at - 1);
    }

    /** Whether a title such as the leader has stands before the surname: a finance minister is no prime minister. */
    private boolean isTitle(String word, int end, Name leader) {
        return lexicon.nouns().of(word.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(entry -> entry.acts()
                        && entry.role().startsWith(HEAD) == leader.role().startsWith(HEAD)
                        && endsWith(end, String.join(" ", entry.noun())));
    }

    private boolean endsWith(int end, String title) {
        return body.regionMatches(true, end - title.length(), title, 0, title.length());
    }

    /** A first name of the leader, however it is spelt. */
    private static boolean isOwn(String word, Name leader) {
        for (String part : leader.canonical().split(" ")) {
            if (part.charAt(0) == word.charAt(0)) {
                return true;
            }
        }
        return false;
    }

    /** A capitalised word inside a sentence that is no known name, as a first name is. */
    private boolean isFirstName(String word, int begin) {
        if (word.length() < 2 || !Character.isUpperCase(word.charAt(0)) || !Character.isLowerCase(word.charAt(1))) {
            return false;
        }
        if (!word.chars().allMatch(c -> Character.isLetter(c) || c == '-')
                || DateWords.isDateWord(word.toLowerCase(Locale.ROOT))
                || !lexicon.names().find(word).isEmpty()) {
            return false;
        }
        return begin > 1
                && body.charAt(begin - 1) == ' '
                && (Character.isLetter(body.charAt(begin - 2)) || body.charAt(begin - 2) == ',');
    }
}
