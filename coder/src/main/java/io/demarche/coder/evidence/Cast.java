package io.demarche.coder.evidence;

import io.demarche.avro.EventType;
import io.demarche.coder.lexicon.Acts;
import io.demarche.coder.lexicon.Lexicon;
import io.demarche.coder.lexicon.Name;
import io.demarche.coder.text.PhraseMatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whom an article is about as a whole, headline included: how often it names each state, and which its headline names. */
public final class Cast {
    private static final int MAIN = 3;
    private static final Set<String> NONE = Set.of();

    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> inTitle = new ArrayList<>();
    private final List<String> ranked;
    private final Set<String> titleTypes = new TreeSet<>();
    private final List<String> mainTypes;

    /** Reads the names of the body and of the headline. */
    public Cast(String title, String body, LocalDate day, Lexicon lexicon) {
        for (PhraseMatch<Name> match : lexicon.names().find(body)) {
            for (Name name : match.values()) {
                if (name.isActor() && (!name.isPerson() || !name.ambiguous() && name.heldOn(day))) {
                    times.merge(name.code(), 1, Integer::sum);
                    first.putIfAbsent(name.code(), match.begin());
                    names.putIfAbsent(name.code(), body.substring(match.begin(), match.end()));
                    break;
                }
            }
        }
        for (PhraseMatch<Name> match : lexicon.names().find(title)) {
            for (Name name : match.values()) {
                if (name.isActor() && (!name.isPerson() || name.heldOn(day)) && !inTitle.contains(name.code())) {
                    inTitle.add(name.code());
                    times.merge(name.code(), 1, Integer::sum);
                }
            }
        }
        ranked = new ArrayList<>(times.keySet());
        ranked.sort(Comparator.<String>comparingInt(code -> -times.get(code))
                .thenComparingInt(code -> first.getOrDefault(code, 0))
                .thenComparing(Comparator.naturalOrder()));
        kinds(title, lexicon.acts(), new HashMap<>()).forEach((type, count) -> titleTypes.add(type));
        Map<String, Integer> told = kinds(body, lexicon.acts(), new HashMap<>());
        told.remove(EventType.STATEMENT.name());
        mainTypes = told.keySet().stream()
                .sorted(Comparator.<String>comparingInt(type -> -told.get(type))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAIN)
                .toList();
    }

    /** Of which kinds of acts the verbs of a text may tell, and how many words of each. */
    private static Map<String, Integer> kinds(String text, Acts acts, Map<String, Set<String>> known) {
        Map<String, Integer> kinds = new HashMap<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int end = lower.length();
        for (int from = 0; from < end; ) {
            int to = from;
            while (to < end && isOfWord(lower.charAt(to))) {
                to++;
            }
            if (to > from) {
                String word = lower.substring(from, to);
                for (String type : known.computeIfAbsent(word, any -> kinds(word, acts))) {
                    kinds.merge(type, 1, Integer::sum);
                }
            }
            from = to + 1;
        }
        return kinds;
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c == '\'' || c == '-';
    }

    private static Set<String> kinds(String word, Acts acts) {
        Set<String> kinds = NONE;
        String stem = word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
        for (String form : List.of(word, stem, stem.endsWith("ed") ? stem.substring(0, stem.length() - 2) : stem)) {
            for (Acts.TriggerWords each : acts.ofVerb(form)) {
                kinds = kinds.isEmpty() ? new TreeSet<>() : kinds;
                kinds.add(each.rule().type().name());
            }
        }
        return kinds;
    }

    /** All of whom the article speaks, those of whom it speaks most first. */
    List<String> ranked() {
        return ranked;
    }

    /** For a person to read: each party, how often it is named, and whether the headline names it. */
    public List<String> described() {
        return ranked.stream()
                .map(code -> code + ' ' + times.get(code) + (inTitle.contains(code) ? " (headline)" : ""))
                .toList();
    }

    /** As the body first names the party; its code where it does not. */
    String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** Those whom the headline names, in its order. */
    List<String> inTitle() {
        return inTitle;
    }

    int times(String code) {
        return times.getOrDefault(code, 0);
    }

    /** The kinds of acts of which the body's words tell most. */
    List<String> mainTypes() {
        return mainTypes;
    }

    /** The kinds of acts of which the headline's words may tell. */
    Set<String> titleTypes() {
        return titleTypes;
    }
}
