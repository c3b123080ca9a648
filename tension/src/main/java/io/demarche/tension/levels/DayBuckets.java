package io.demarche.tension.levels;

import java.util.Map;

/**
 * What happened between two governments on each day, in whole numbers, so that no order of adding shows.
 */
public final class DayBuckets {
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
    public static DayBuckets of(ActDays acts, int since, int last) {
        int happened = last + 1;
        for (Map.Entry<Integer, ActDay> day : acts.byDay().entrySet()) {
            if (day.getValue().sums().events() > 0) {
                happened = day.getKey();
                break;
            }
        }
        int first = happened > last ? happened : Math.min(happened, since);
        DayBuckets buckets = new DayBuckets(first, last);
        acts.byDay().tailMap(first, true).forEach((day, own) -> buckets.set(day, own.sums()));
        return buckets;
    }

    private void set(int day, ActDay.Sums sums) {
        int at = day - first;
        hostility[at] = sums.hostility();
        cooperation[at] = sums.cooperation();
        events[at] = sums.events();
        hostileEvents[at] = sums.hostileEvents();
    }

    /** The first day on which anything is known. */
    public int first() {
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
