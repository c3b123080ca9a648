package io.demarche.tension.episodes;

import io.demarche.tension.levels.ActDays;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.levels.SurgeState;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks the days of one pair: how much it surges, on which step of the ladder it stands, when an episode opens, rises and
 * closes. States on the way are remembered, so that a change is walked anew from its own day on and not from the first. Not
 * thread-safe.
 */
public final class DayWalk {
    /** Days between two states that are remembered. */
    private static final int STRIDE = 64;

    private final Ruleset rules;
    private final List<Place> remembered = new ArrayList<>();
    private final List<Episode> closed = new ArrayList<>();
    private int firstKnown;
    private int firstDay;
    private @Nullable Place at;

    /** What is known at the end of a day. */
    private static final class Place {
        private final int day;
        private final SurgeState surge;
        private final LadderState ladder;
        private final SurgeReading reading;
        private final int closed;

        Place(int day, SurgeState surge, LadderState ladder, SurgeReading reading, int closed) {
            this.day = day;
            this.surge = surge;
            this.ladder = ladder;
            this.reading = reading;
            this.closed = closed;
        }

        Place copy() {
            return new Place(day, surge.copy(), ladder.copy(), reading, closed);
        }
    }

    public DayWalk(Ruleset rules) {
        this.rules = rules;
    }

    /**
     * Walks to a day, anew from the first day on which something changed.
     *
     * @param acts what happened, up to the last day
     * @param since the first day of which the feed is known; a pair's first event may be earlier
     * @param changedFrom the first day that is not as it was when it was last walked
     * @param last the day to walk to
     */
    public void walk(ActDays acts, int since, int changedFrom, int last) {
        walk(acts, since, changedFrom, last, (reading, level) -> {});
    }

    /** Walks to a day, all anew, and tells each day's reading and step of the ladder. */
    void walk(ActDays acts, int since, int last, BiConsumer<SurgeReading, Integer> days) {
        at = null;
        walk(acts, since, Integer.MIN_VALUE, last, days);
    }

    private void walk(ActDays acts, int since, int changedFrom, int last, BiConsumer<SurgeReading, Integer> days) {
        int happened = acts.firstEvent(last + 1);
        int known = happened > last ? last + 1 : Math.min(happened, since);
        int first = Math.min(known, acts.firstStanding(last + 1));
        boolean samePast = at != null && first == firstDay && known == firstKnown;
        if (!samePast) {
            remembered.clear();
            at = null;
        }
        firstKnown = known;
        firstDay = first;
        Place place = start(first, known, Math.min(changedFrom, last + 1));
        for (int day = place.day + 1; day <= last; day++) {
            if (day % STRIDE == 0) {
                remembered.add(place.copy());
            }
            SurgeReading reading = place.surge.next(day, acts);
            place.ladder.next(day, reading, acts, closed::add);
            place = new Place(day, place.surge, place.ladder, reading, closed.size());
            days.accept(reading, place.ladder.level());
        }
        at = place;
    }

    /** The latest place known that lies before a day; what was found from that day on is forgotten. */
    private Place start(int first, int known, int before) {
        Place current = at;
        if (current == null || current.day >= before) {
            while (!remembered.isEmpty() && remembered.get(remembered.size() - 1).day >= before) {
                remembered.remove(remembered.size() - 1);
            }
            current = remembered.isEmpty()
                    ? new Place(
                            first - 1,
                            new SurgeState(rules.surge(), known),
                            new LadderState(rules),
                            SurgeReading.quiet(first - 1),
                            0)
                    : remembered.remove(remembered.size() - 1);
        }
        closed.subList(current.closed, closed.size()).clear();
        return current;
    }

    /** The episodes and strains, by start; those that are open among them. */
    public List<Episode> episodes() {
        LadderState ladder = at == null ? null : at.ladder;
        Stream<Episode> open = ladder == null ? Stream.of() : Stream.of(ladder.open(), ladder.strain());
        return Stream.concat(closed.stream(), open.flatMap(Stream::ofNullable))
                .sorted(Comparator.comparingInt(Episode::start))
                .toList();
    }

    /** The first day walked; after the last where nothing is known. */
    public int first() {
        return firstDay;
    }

    /** The reading of the last day walked. */
    public SurgeReading reading() {
        return at == null ? SurgeReading.quiet(firstDay) : at.reading;
    }

    /** The step of the ladder at the end of the last day walked. */
    public int level() {
        return at == null ? 0 : at.ladder.level();
    }
}
