package io.demarche.streams.state;

import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which dyads of a partition are to be assessed next: those with news first, each once it has settled, in the order in which
 * the news came; then those that have not been assessed as of the day that has come, round and round, so that each has its
 * turn however fast days come. All of it can be had again from the {@link DayClock}.
 */
public final class UnsettledDyads {
    private static final int SETTLES_AFTER_START = 10;
    private static final int LONGEST_UNREST = 20;

    /** News of a dyad: when it is due, and how often it was looked at since the last of it came. */
    private static final class News {
        private static final long SOON = Long.MAX_VALUE;

        private long dueMs;
        private int pulses;

        News(long dueMs) {
            this.dueMs = dueMs;
        }
    }

    private final long settleMs;
    private final Map<String, News> news = new LinkedHashMap<>();
    private final TreeMap<String, LocalDate> assessed;
    private LocalDate asOf;
    private String last = "";
    private int behind;
    /** How many of those with news are behind, too. */
    private int both;

    /**
     * What the clock has on record. Its news waits anew, and longer: an article may have been cut in two by the restart, and the
     * rest of it has to be fetched first.
     *
     * @param settleMs how long news waits for more of it
     */
    public UnsettledDyads(DayClock clock, long settleMs) {
        this.settleMs = settleMs;
        this.assessed = clock.dyads();
        clock.changed().keySet().forEach(dyad -> news.put(dyad, new News(News.SOON)));
        this.asOf = LocalDate.MIN;
        clock.asOf().ifPresent(this::dayCame);
    }

    /** A dyad has news. */
    public void changed(Dyad dyad, long nowMs) {
        String name = dyad.toString();
        if (assessed.putIfAbsent(name, LocalDate.MIN) == null && isBehind(LocalDate.MIN)) {
            behind++;
        }
        News known = news.get(name);
        if (known == null) {
            known = new News(nowMs + settleMs);
            news.put(name, known);
            both += isBehind(assessed.get(name)) ? 1 : 0;
        }
        known.pulses = 0;
    }

    /** Before the first day has come, nothing is. */
    private boolean isBehind(@Nullable LocalDate day) {
        return day != null && !asOf.equals(LocalDate.MIN) && !day.equals(asOf);
    }

    /** A day has come. */
    public void dayCame(LocalDate day) {
        asOf = day;
        behind = (int) assessed.values().stream().filter(this::isBehind).count();
        both = (int)
                news.keySet().stream().map(assessed::get).filter(this::isBehind).count();
    }

    /** A dyad was assessed, or could not be. */
    public void done(Dyad dyad, LocalDate day) {
        News told = news.remove(dyad.toString());
        LocalDate before = assessed.put(dyad.toString(), day);
        both -= told != null && isBehind(before) ? 1 : 0;
        behind += (isBehind(day) ? 1 : 0) - (isBehind(before) ? 1 : 0);
    }

    /** A dyad is no longer known. */
    public void forget(Dyad dyad) {
        done(dyad, asOf);
        assessed.remove(dyad.toString());
    }

    /** Time passes: what is on record from before the start is due some time after the first pulse. */
    public void pulse(long nowMs) {
        for (News one : news.values()) {
            one.pulses++;
            one.dueMs = one.dueMs == News.SOON ? nowMs + SETTLES_AFTER_START * settleMs : one.dueMs;
        }
    }

    /** The dyad to assess next; empty while there is none, or its news is still to settle. */
    public Optional<Dyad> next(long nowMs) {
        for (Map.Entry<String, News> one : news.entrySet()) {
            if (isSettled(one.getValue(), nowMs)) {
                return Optional.of(Dyad.parse(one.getKey()));
            }
        }
        for (int looked = 0; behind > both && looked <= assessed.size(); looked++) {
            Map.Entry<String, LocalDate> next = assessed.higherEntry(last);
            if (next == null) {
                last = "";
                continue;
            }
            last = next.getKey();
            if (!next.getValue().equals(asOf) && !news.containsKey(last)) {
                return Optional.of(Dyad.parse(last));
            }
        }
        return Optional.empty();
    }

    /** News is due, and none came between two pulses: what came last may be half an article. One that never rests is cut. */
    private boolean isSettled(News one, long nowMs) {
        return one.dueMs <= nowMs && (one.pulses > 1 || one.dueMs + LONGEST_UNREST * settleMs <= nowMs);
    }

    /** How many are to be assessed. */
    public int size() {
        return news.size() + behind - both;
    }
}
