package io.demarche.tension;

import java.util.Collection;

/**
 * What happened between two governments on each day, in whole numbers, so that no order of adding shows.
 *
 * <p>An act read from texts counts once, however many report it. A row without text is an event of the stream that it
 * comes from and counts by itself, with the weight of its own code.
 */
final class DayBuckets {
    private final int first;
    private final long[] hostility;
    private final long[] cooperation;
    private final int[] events;
    private final int[] hostileEvents;

    private DayBuckets(int first, int last) {
        int days = Math.max(0, last - first + 1);
        this.first = first;
        this.hostility = new long[days];
        this.cooperation = new long[days];
        this.events = new int[days];
        this.hostileEvents = new int[days];
    }

    /**
     * Buckets up to a last day, from the first day on which anything is known: the pair's first event, or the day since
     * which the feed is known to have run where that is earlier. Empty where nothing happened.
     */
    static DayBuckets of(Collection<Act> acts, int since, int last, CodeTable codes) {
        int happened = acts.stream()
                .filter(DayBuckets::counts)
                .mapToInt(Act::date)
                .min()
                .orElse(last + 1);
        int first = happened > last ? happened : Math.min(happened, since);
        DayBuckets buckets = new DayBuckets(first, last);
        for (Act act : acts) {
            if (counts(act)) {
                buckets.add(act, codes);
            }
        }
        return buckets;
    }

    private static boolean counts(Act act) {
        return act.governmental() && !act.historical() && act.toTheDay();
    }

    private void add(Act act, CodeTable codes) {
        boolean read = false;
        for (Report report : act.reports()) {
            if (report.bare()) {
                add(act.date(), codes.goldstein(report.mention().getCameoCode()));
            } else {
                read = true;
            }
        }
        if (read) {
            add(act.date(), codes.goldstein(act.best().getCameoCode()));
        }
    }

    private void add(int day, int goldstein) {
        int at = day - first;
        events[at]++;
        if (goldstein < 0) {
            hostility[at] -= goldstein;
            hostileEvents[at]++;
        } else {
            cooperation[at] += goldstein;
        }
    }

    /** The first day on which anything is known. */
    int first() {
        return first;
    }

    /** The last day covered; before {@link #first} where nothing is known. */
    int last() {
        return first + events.length - 1;
    }

    /** Sum of hostile Goldstein weights of a day in tenths, as a positive number. */
    long hostility(int day) {
        return within(day) ? hostility[day - first] : 0;
    }

    /** Sum of cooperative Goldstein weights of a day in tenths. */
    long cooperation(int day) {
        return within(day) ? cooperation[day - first] : 0;
    }

    int events(int day) {
        return within(day) ? events[day - first] : 0;
    }

    int hostileEvents(int day) {
        return within(day) ? hostileEvents[day - first] : 0;
    }

    private boolean within(int day) {
        return day >= first && day <= last();
    }
}
