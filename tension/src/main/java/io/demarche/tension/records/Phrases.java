package io.demarche.tension.records;

import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.LinkBasis;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.ResourceTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says acts in plain English: "France expels two Azerbaijani diplomats". */
public final class Phrases {
    private static final String RESOURCE = "states.tsv";
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final List<String> FILLERS = List.of(
            "the", "of", "from", "its", "their", "his", "her", "a", "an", "other", "more", "at", "least", "some");
    private static final int LONGEST_COUNTED = 40;
    /** Of these a state has one in another. */
    private static final Set<String> HEADS_OF_MISSION =
            Set.of("ambassador", "envoy", "chargé", "chargé d'affaires", "high commissioner", "nuncio");

    private final Map<String, State> states;

    private record State(String name, String adjective, String capital) {}

    private Phrases(Map<String, State> states) {
        this.states = states;
    }

    public static Phrases bundled() {
        return of(ResourceTable.load(RESOURCE));
    }

    static Phrases of(ResourceTable table) {
        Map<String, State> states = new HashMap<>();
        for (ResourceTable.Row row : table.rows()) {
            String code = row.required("code");
            if (!code.matches("[A-Z]{3}") && !code.equals(Dyad.EUROPEAN_UNION)) {
                throw row.wrong("'" + code + "' is no ISO 3166-1 alpha-3 code, nor EU");
            }
            if (states.put(code, new State(row.required("name"), row.required("adjective"), row.text("capital")))
                    != null) {
                throw row.wrong("state " + code + " stands in the table twice");
            }
        }
        return new Phrases(Map.copyOf(states));
    }

    /** The state as it stands inside a sentence. */
    String name(String code) {
        return state(code).name();
    }

    private State state(String code) {
        return states.getOrDefault(code, new State(code, code, ""));
    }

    /** Of a state that the sentence has named already: "Baku's". */
    private String possessive(String code) {
        String capital = state(code).capital();
        String name = capital.isEmpty() ? name(code) : capital;
        return name + (name.endsWith("s") ? "'" : "'s");
    }

    /** A sentence without its full stop: who does what to whom. */
    public String sentence(Act act) {
        return capitalised(clause(act));
    }

    /** The act and what it answers: "in response to" where the text says so, else only "after". */
    public String sentence(Link link) {
        Act to = link.to();
        String joint = link.basis() == LinkBasis.TEXT ? " in response to " : " after ";
        return capitalised(clause(link.answer()) + joint + possessive(to.source()) + " " + noun(to));
    }

    /** Without its full stop, too: that a pair surges, and on how much it rests. */
    String surge(Dyad dyad, SurgeReading reading) {
        return "Hostility between " + name(dyad.first()) + " and " + name(dyad.second()) + " surges: "
                + number(reading.hostileEvents30()) + " hostile of " + number(reading.events30())
                + " acts within 30 days";
    }

    private String clause(Act act) {
        String doing = threatensMore(act)
                ? "threatens to " + act.kind().base()
                : act.kind().verb();
        return name(act.source()) + " " + filled(doing, act);
    }

    private String noun(Act act) {
        String noun = filled(act.kind().noun(), act);
        return threatensMore(act) ? "threat of " + noun : noun;
    }

    /** Whether something else than the threat itself is threatened. */
    private static boolean threatensMore(Act act) {
        return act.threatened() && act.type() != EventType.THREATENED;
    }

    private String filled(String template, Act act) {
        return template.replace("{target}", name(act.target()))
                .replace("{adjective}", state(act.target()).adjective())
                .replace("{counted}", counted(act));
    }

    /** "two French embassy employees"; without a number where none is known. */
    private String counted(Act act) {
        EventMention counting = act.firstWith(EventMention::getCount);
        Integer count = counting == null ? null : counting.getCount();
        EventMention naming = counting != null ? counting : act.firstWith(EventMention::getCounted);
        String written = naming == null ? null : naming.getCounted();
        String things = written == null ? "" : cleaned(written, state(act.target()));
        if (things.isEmpty()) {
            things = act.kind().counted();
        }
        String adjective = state(act.target()).adjective();
        if (count == null || count < 1) {
            return adjective + " " + things;
        }
        if (count == 1) {
            String thing = singular(things);
            return (HEADS_OF_MISSION.contains(thing) ? "the" : number(1)) + " " + adjective + " " + thing;
        }
        return number(count) + " " + adjective + " " + things;
    }

    /** What was counted, without the number, the article and the state, which the phrase adds itself; empty where odd. */
    private static String cleaned(String counted, State state) {
        String name = state.name().startsWith("the ") ? state.name().substring(4) : state.name();
        String kept = Arrays.stream(counted.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replaceAll("\\b" + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "\\b('s|')?", "")
                        .split("\\s+"))
                .filter(word -> !word.equals(state.adjective().toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .filter(word -> !FILLERS.contains(word) && !NUMBERS.contains(word) && !word.matches("\\d+"))
                .collect(Collectors.joining(" "));
        boolean plain = kept.length() <= LONGEST_COUNTED && kept.matches("[\\p{L}' -]*");
        return plain ? kept : "";
    }

    private static String singular(String things) {
        if (things.endsWith("ies")) {
            return things.substring(0, things.length() - 3) + "y";
        }
        boolean plural = things.endsWith("s") && !things.endsWith("ss");
        return plural ? things.substring(0, things.length() - 1) : things;
    }

    /** Words up to ten, digits above. */
    static String number(int count) {
        return count >= 0 && count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
    }

    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
