package io.demarche.tension.episodes;

import io.demarche.tension.evidence.Report;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which articles bear on some days, and when they were published. A mention bears on the day that it states itself, whatever
 * act it was merged into; withdrawn ones bear, too. So what bears on a day only ever grows as evidence comes in, and no report
 * takes another's place. Not thread-safe.
 */
public final class Scope {
    /** An episode and a strain can be open at once; all others are asked for once. */
    private static final int MOST_ASKED = 4;

    private final NavigableMap<Integer, Map<String, Report>> days = new TreeMap<>();
    private final Map<Integer, Stretch> asked = new LinkedHashMap<>();

    private final int historyDays;

    /**
     * @param historyDays a report of an act that lies longer back is history, and bears on nothing later
     */
    public Scope(int historyDays) {
        this.historyDays = historyDays;
    }

    /** What bears on a stretch of days. */
    public static final class Stretch {
        private final int from;
        private int to;
        private final Set<String> articles = new HashSet<>();
        private final int before;
        private int published = Integer.MIN_VALUE;

        private Stretch(int from, int before) {
            this.from = from;
            this.before = before;
            this.to = from - 1;
        }

        /**
         * How many articles, and how many told in their time of the days before it: what is expected hangs on those, too.
         * One that was published anew on another day counts anew.
         */
        public int articles() {
            return before + articles.size();
        }

        /** The latest day on which one of them was published. */
        public int published() {
            return published;
        }

        private void add(Report report) {
            articles.add(article(report));
            published = Math.max(published, report.published());
        }
    }

    /** What the current versions of a pair's mentions bear on. */
    public static Scope of(Collection<Report> reports, int historyDays) {
        Scope scope = new Scope(historyDays);
        reports.forEach(scope::add);
        return scope;
    }

    /** Takes a report in. */
    public void add(Report report) {
        days.computeIfAbsent(report.date(), day -> new HashMap<>())
                .put(report.mention().getMentionId(), report);
        if (isTimely(report)) {
            asked.keySet().removeIf(from -> from > report.date());
        }
        for (Stretch stretch : asked.values()) {
            if (report.date() >= stretch.from && report.date() <= stretch.to) {
                stretch.add(report);
            }
        }
    }

    /** Lets a report go. */
    public void remove(Report report) {
        Map<String, Report> day = days.get(report.date());
        if (day != null && day.remove(report.mention().getMentionId()) != null) {
            if (day.isEmpty()) {
                days.remove(report.date());
            }
            asked.clear();
        }
    }

    /** Lets go what is dated before a day; tells the days on which there was something. */
    public Set<Integer> forgetBefore(int day) {
        Map<Integer, Map<String, Report>> old = days.headMap(day, false);
        Set<Integer> gone = Set.copyOf(old.keySet());
        if (!gone.isEmpty()) {
            old.clear();
            asked.clear();
        }
        return gone;
    }

    /** What bears on the days from one to another. A stretch that is asked for again is kept, and only added to. */
    public Stretch within(int from, int to) {
        Stretch stretch = asked.get(from);
        if (stretch == null || stretch.to > to) {
            stretch = new Stretch(from, before(from));
        }
        for (Map<String, Report> day : days.subMap(stretch.to, false, to, true).values()) {
            day.values().forEach(stretch::add);
        }
        stretch.to = to;
        if (asked.size() > MOST_ASKED) {
            asked.clear();
        }
        asked.put(from, stretch);
        return stretch;
    }

    private int before(int from) {
        Set<String> articles = new HashSet<>();
        for (Map<String, Report> day : days.headMap(from, false).values()) {
            day.values().stream().filter(this::isTimely).map(Scope::article).forEach(articles::add);
        }
        return articles.size();
    }

    private boolean isTimely(Report report) {
        return report.date() >= report.published() - historyDays;
    }

    private static String article(Report report) {
        return report.mention().getArticleId() + "/" + report.published();
    }

    /** The latest day, up to the given one, on which something bears; the given one where there is none. */
    public int latestUpTo(int day) {
        Integer found = days.floorKey(day);
        return found == null ? day : found;
    }
}
