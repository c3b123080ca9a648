package io.demarche.tension.levels;

import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.links.Link;
import io.demarche.tension.rules.CodeTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The acts of one day with what the figures, the ladder and the alerts ask of them, so that none of these has to look at
 * every act of a pair.
 *
 * @param acts in {@link Act#ORDER}
 * @param links those of the day that answer others, by id
 * @param standing of the acts that stand on the ladder those that can move a pair, those that are believed first: each higher
 *     than what the day reached before it, and the first that merely strains
 * @param levels a bit for each step of the ladder on which an act stands
 * @param retaliates whether an act of the day answers another in kind
 */
public record ActDay(
        List<Act> acts, Map<String, Link> links, Sums sums, List<Act> standing, int levels, boolean retaliates) {

    /** What happened between two governments, in whole numbers, so that no order of adding shows. */
    public record Sums(long hostility, long cooperation, int events, int hostileEvents) {
        public static final Sums NONE = new Sums(0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    hostility + other.hostility,
                    cooperation + other.cooperation,
                    events + other.events,
                    hostileEvents + other.hostileEvents);
        }

        Sums plus(int goldstein) {
            return goldstein < 0
                    ? new Sums(hostility - goldstein, cooperation, events + 1, hostileEvents + 1)
                    : new Sums(hostility, cooperation + goldstein, events + 1, hostileEvents);
        }
    }

    public static ActDay of(Collection<Act> unordered, Map<String, Link> allLinks, Function<Act, Sums> weights) {
        List<Act> acts = unordered.stream().sorted(Act.ORDER).toList();
        Sums sums = Sums.NONE;
        Map<String, Link> links = new TreeMap<>();
        List<Act> standing = new ArrayList<>();
        int levels = 0;
        boolean retaliates = false;
        for (Act act : acts) {
            sums = sums.plus(weights.apply(act));
            Link link = allLinks.get(act.id());
            if (link != null) {
                links.put(act.id(), link);
                retaliates |= link.retaliates();
            }
            levels |= 1 << act.level();
        }
        int highest = 0;
        boolean strained = false;
        for (Act act : believedFirst(acts)) {
            Link link = links.get(act.id());
            if (act.level() == ActCatalogue.STRAINED && !strained) {
                strained = true;
                standing.add(act);
            } else if (act.level() > ActCatalogue.STRAINED && reached(act, link) > highest) {
                highest = reached(act, link);
                standing.add(act);
            }
        }
        return new ActDay(acts, links, sums, List.copyOf(standing), levels, retaliates);
    }

    /** What one report tells alone does not speak for a day of which something is believed. */
    private static List<Act> believedFirst(List<Act> acts) {
        return Stream.concat(acts.stream().filter(Act::believed), acts.stream().filter(act -> !act.believed()))
                .toList();
    }

    /** The step of the ladder to which an act brings a pair. */
    static int reached(Act act, @Nullable Link link) {
        return link != null && link.retaliates() ? Math.max(act.level(), ActCatalogue.RETALIATION) : act.level();
    }

    boolean hasLevel(int level) {
        return (levels & 1 << level) != 0;
    }

    /**
     * What an act adds to the figures of its day. One read from texts counts once, however many report it; a row without text is an event of the stream that it comes
     * from and counts by itself, with the weight of its own code.
     */
    public static Sums sums(Act act, CodeTable codes) {
        Sums sums = Sums.NONE;
        if (!act.counts()) {
            return sums;
        }
        boolean read = false;
        for (Report report : act.reports()) {
            if (report.bare()) {
                sums = sums.plus(codes.goldstein(report.mention().getCameoCode()));
            } else {
                read = true;
            }
        }
        return read ? sums.plus(codes.goldstein(act.best().getCameoCode())) : sums;
    }
}
