package io.demarche.tension.levels;

import io.demarche.tension.evidence.Act;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.CodeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The acts of one pair by day. What looks for acts looks at days first, and stops when it has enough. */
public final class ActDays {
    private final NavigableMap<Integer, ActDay> days;

    public ActDays(NavigableMap<Integer, ActDay> days) {
        this.days = days;
    }

    public static ActDays of(List<Act> acts, Map<String, Link> links, CodeTable codes) {
        NavigableMap<Integer, List<Act>> byDay = new TreeMap<>();
        acts.forEach(act ->
                byDay.computeIfAbsent(act.date(), day -> new ArrayList<>()).add(act));
        NavigableMap<Integer, ActDay> days = new TreeMap<>();
        byDay.forEach((day, own) -> days.put(day, ActDay.of(own, links, act -> ActDay.sums(act, codes))));
        return new ActDays(days);
    }

    public NavigableMap<Integer, ActDay> byDay() {
        return days;
    }

    /** What the figures ask of a day; nothing where nothing happened. */
    public ActDay.Sums sums(int day) {
        ActDay own = days.get(day);
        return own == null ? ActDay.Sums.NONE : own.sums();
    }

    /** The acts of a day that can move a pair on the ladder. */
    public List<Act> standing(int day) {
        ActDay own = days.get(day);
        return own == null ? List.of() : own.standing();
    }

    /** The first day with an event that counts in the figures; where there is none, the given one. */
    public int firstEvent(int otherwise) {
        for (Map.Entry<Integer, ActDay> day : days.entrySet()) {
            if (day.getValue().sums().events() > 0) {
                return day.getKey();
            }
        }
        return otherwise;
    }

    /** The first day with an act that stands on the ladder; where there is none, the given one. */
    public int firstStanding(int otherwise) {
        for (Map.Entry<Integer, ActDay> day : days.entrySet()) {
            if (!day.getValue().standing().isEmpty()) {
                return day.getKey();
            }
        }
        return otherwise;
    }

    /** All acts, in {@link Act#ORDER}. */
    public List<Act> all() {
        List<Act> acts = new ArrayList<>();
        days.values().forEach(day -> acts.addAll(day.acts()));
        return acts;
    }

    /** What an act answers; null where it answers nothing. */
    @Nullable
    public Link link(Act act) {
        ActDay day = days.get(act.date());
        return day == null ? null : day.links().get(act.id());
    }

    /** The latest acts that stand on a step of the ladder within some days, latest first, at most so many. */
    public List<Act> latestOfLevel(int level, int from, int to, int most) {
        List<Act> found = new ArrayList<>();
        for (ActDay day : days.subMap(from, true, to, true).descendingMap().values()) {
            for (int i = day.acts().size() - 1; day.hasLevel(level) && i >= 0 && found.size() < most; i--) {
                if (day.acts().get(i).level() == level) {
                    found.add(day.acts().get(i));
                }
            }
            if (found.size() >= most) {
                break;
            }
        }
        return found;
    }

    /** The latest acts that were answered in kind within some days, or were such answers, latest first, at most so many. */
    public List<Act> latestRetaliations(int from, int to, int most) {
        Map<String, Act> found = new HashMap<>();
        for (Map.Entry<Integer, ActDay> day :
                days.subMap(from, true, to, true).descendingMap().entrySet()) {
            // whatever an earlier day can add is not later than that day
            if (found.values().stream().filter(act -> act.date() > day.getKey()).count() >= most) {
                break;
            }
            if (day.getValue().retaliates()) {
                day.getValue().links().values().stream()
                        .filter(Link::retaliates)
                        .forEach(link -> {
                            found.put(link.to().id(), link.to());
                            found.put(link.answer().id(), link.answer());
                        });
            }
        }
        return found.values().stream().sorted(Act.ORDER.reversed()).limit(most).toList();
    }

    /** The acts of some days. */
    public List<Act> within(int from, int to) {
        List<Act> found = new ArrayList<>();
        days.subMap(from, true, to, true).values().forEach(day -> found.addAll(day.acts()));
        return found;
    }

    /** All links, by id of the answering act, in the order of acts. */
    Map<String, Link> links() {
        Map<String, Link> links = new LinkedHashMap<>();
        days.values().forEach(day -> links.putAll(day.links()));
        return links;
    }
}
