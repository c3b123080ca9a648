package io.demarche.tension.episodes;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.EventMention;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.ActMerger;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.levels.DayBuckets;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.levels.SurgeSeries;
import io.demarche.tension.links.Link;
import io.demarche.tension.links.Reciprocity;
import io.demarche.tension.rules.CodeTable;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the model works out for one pair up to one day, before it is written into records.
 *
 * @param dyad the pair
 * @param asOf the day up to which
 */
public record DyadHistory(
        Dyad dyad,
        int asOf,
        MentionTriage triage,
        ActDays acts,
        SurgeSeries series,
        EpisodeTracker tracker,
        Scope scope) {
    private static final List<TensionLevel> LADDER = List.of(
            TensionLevel.CALM,
            TensionLevel.STRAINED,
            TensionLevel.TENSE,
            TensionLevel.CONFRONTATION,
            TensionLevel.RETALIATION,
            TensionLevel.RUPTURE,
            TensionLevel.HOSTILITIES);

    public static DyadHistory of(
            Dyad dyad,
            MentionTriage triage,
            @Nullable LocalDate knownFrom,
            LocalDate asOf,
            Ruleset rules,
            ActCatalogue catalogue,
            CodeTable codes) {
        List<Act> merged = new ActMerger(rules, catalogue).merge(triage.current());
        Map<String, Link> links = new Reciprocity(rules.links()).link(merged);
        ActDays acts = ActDays.of(merged, links, codes);
        return of(dyad, triage, acts, Scope.of(triage, merged), knownFrom, asOf, rules);
    }

    /** From acts that are merged and linked. */
    public static DyadHistory of(
            Dyad dyad,
            MentionTriage triage,
            ActDays acts,
            Scope scope,
            @Nullable LocalDate knownFrom,
            LocalDate asOf,
            Ruleset rules) {
        int last = Days.of(asOf);
        DayBuckets buckets = DayBuckets.of(acts, knownFrom == null ? last : Days.of(knownFrom), last);
        SurgeSeries series = SurgeSeries.of(buckets, rules.surge());
        EpisodeTracker tracker = EpisodeTracker.track(acts, series, buckets.first(), last, rules);
        return new DyadHistory(dyad, last, triage, acts, series, tracker, scope);
    }

    public static TensionLevel level(int step) {
        return LADDER.get(step);
    }

    /** The reading of a day, as of which day it was worked out notwithstanding. */
    public BilateralTension tension(int day, String rulesetVersion) {
        SurgeReading reading = series.on(day);
        return BilateralTension.newBuilder()
                .setDyad(dyad.toString())
                .setAsOfDay(Days.date(day))
                .setLevel(level(tracker.levelOn(day)))
                .setSurge(reading.z())
                .setRecentHostility(reading.recent())
                .setExpectedHostility(reading.expected())
                .setBalance(reading.balance())
                .setEvents(reading.events30())
                .setHostileEvents(reading.hostileEvents30())
                .setRulesetVersion(rulesetVersion)
                .build();
    }

    /**
     * How many mentions, and published up to when, bear on what happened up to a day. A mention bears on the day that it
     * states or on the day of the act that it was merged into, whichever is earlier; withdrawn ones count too, so that
     * the number never shrinks as evidence comes in.
     *
     * @param days the days on which mentions bear, ascending
     * @param mentions for each, how many bear on it or on those before it
     * @param published for each, the latest publication day among these
     */
    public record Scope(int[] days, int[] mentions, int[] published) {
        /** What bears on one day. */
        public record Bearing(int mentions, int published) {
            public Bearing plus(Bearing other) {
                return new Bearing(mentions + other.mentions, Math.max(published, other.published));
            }
        }

        public static Scope of(MentionTriage triage, List<Act> acts) {
            Map<String, Integer> merged = new HashMap<>();
            for (Act act : acts) {
                for (Report report : act.reports()) {
                    merged.put(report.mention().getMentionId(), act.date());
                }
            }
            SortedMap<Integer, Bearing> bearings = new TreeMap<>();
            for (EventMention mention : triage.current()) {
                int own = Days.of(mention.getEventDate());
                int day = Math.min(own, merged.getOrDefault(mention.getMentionId(), own));
                bearings.merge(day, new Bearing(1, Days.of(mention.getPublishedAt())), Bearing::plus);
            }
            return of(bearings);
        }

        public static Scope of(SortedMap<Integer, Bearing> bearings) {
            int[] days = new int[bearings.size()];
            int[] mentions = new int[days.length];
            int[] published = new int[days.length];
            Bearing sum = new Bearing(0, Integer.MIN_VALUE);
            int at = 0;
            for (Map.Entry<Integer, Bearing> day : bearings.entrySet()) {
                sum = sum.plus(day.getValue());
                days[at] = day.getKey();
                mentions[at] = sum.mentions();
                published[at++] = sum.published();
            }
            return new Scope(days, mentions, published);
        }

        /** The last place up to a day; -1 where nothing bears on it or on any before. */
        private int upTo(int day) {
            int at = Arrays.binarySearch(days, day);
            return at >= 0 ? at : -at - 2;
        }

        public int mentionsUpTo(int day) {
            int at = upTo(day);
            return at < 0 ? 0 : mentions[at];
        }

        public int publishedUpTo(int day) {
            int at = upTo(day);
            return at < 0 ? Integer.MIN_VALUE : published[at];
        }

        /** The latest day, up to the given one, on which a mention bears; the given one where there is none. */
        public int latestUpTo(int day) {
            int at = upTo(day);
            return at < 0 ? day : days[at];
        }
    }
}
