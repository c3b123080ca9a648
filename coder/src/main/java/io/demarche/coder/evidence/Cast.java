package io.demarche.coder.evidence;

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
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> inTitle = new ArrayList<>();
    private final List<String> ranked;
    private final Set<String> titleTypes = new TreeSet<>();

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
        for (String word : title.toLowerCase(Locale.ROOT).split("[^a-z'-]+")) {
            String stem = word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
            for (String form : List.of(word, stem, stem.endsWith("ed") ? stem.substring(0, stem.length() - 2) : stem)) {
                for (Acts.TriggerWords each : lexicon.acts().ofVerb(form)) {
                    titleTypes.add(each.rule().type().name());
                }
            }
        }
    }

    /** All of whom the article speaks, those of whom it speaks most first. */
    List<String> ranked() {
        return ranked;
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

    /** The kinds of acts of which the headline's words may tell. */
    Set<String> titleTypes() {
        return titleTypes;
    }
}
