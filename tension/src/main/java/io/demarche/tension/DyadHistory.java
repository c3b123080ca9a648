package io.demarche.tension;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the model works out for one pair up to one day, before it is written into records.
 *
 * @param dyad the pair
 * @param asOf the day up to which
 * @param acts by {@link Act#ORDER}
 * @param links by id of the answering act
 */
record DyadHistory(
        Dyad dyad,
        int asOf,
        MentionTriage triage,
        List<Act> acts,
        Map<String, Link> links,
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

    static DyadHistory of(
            Dyad dyad,
            MentionTriage triage,
            @Nullable LocalDate knownFrom,
            LocalDate asOf,
            Ruleset rules,
            ActCatalogue catalogue,
            CodeTable codes) {
        int last = Days.of(asOf);
        List<Act> acts = new ActMerger(rules, catalogue).merge(triage.current());
        Map<String, Link> links = new Reciprocity(rules.links()).link(acts);
        DayBuckets buckets = DayBuckets.of(acts, knownFrom == null ? last : Days.of(knownFrom), last, codes);
        SurgeSeries series = SurgeSeries.of(buckets, rules.surge());
        EpisodeTracker tracker = EpisodeTracker.track(acts, links, series, buckets.first(), last, rules);
        return new DyadHistory(dyad, last, triage, acts, links, series, tracker, Scope.of(triage, acts));
    }

    static TensionLevel level(int step) {
        return LADDER.get(step);
    }

    /** The reading of a day, as of which day it was worked out notwithstanding. */
    BilateralTension tension(int day, String rulesetVersion) {
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
     * @param dates the days, ascending, one for each mention
     * @param published for each, the latest publication day among it and those before it
     */
    record Scope(int[] dates, int[] published) {
        static Scope of(MentionTriage triage, List<Act> acts) {
            Map<String, Integer> merged = new HashMap<>();
            for (Act act : acts) {
                for (Report report : act.reports()) {
                    merged.put(report.mention().getMentionId(), act.date());
                }
            }
            long[] sorted = triage.current().stream()
                    .mapToLong(mention -> {
                        int own = Days.of(mention.getEventDate());
                        int date = Math.min(own, merged.getOrDefault(mention.getMentionId(), own));
                        return (long) date << Integer.SIZE | Days.of(mention.getPublishedAt()) & 0xFFFFFFFFL;
                    })
                    .sorted()
                    .toArray();
            int[] dates = new int[sorted.length];
            int[] published = new int[sorted.length];
            int latest = Integer.MIN_VALUE;
            for (int i = 0; i < sorted.length; i++) {
                dates[i] = (int) (sorted[i] >> Integer.SIZE);
                latest = Math.max(latest, (int) sorted[i]);
                published[i] = latest;
            }
            return new Scope(dates, published);
        }

        int mentionsUpTo(int day) {
            int at = Arrays.binarySearch(dates, day + 1);
            int end = at >= 0 ? at : -at - 1;
            while (end > 0 && dates[end - 1] > day) {
                end--;
            }
            return end;
        }

        int publishedUpTo(int day) {
            int mentions = mentionsUpTo(day);
            return mentions == 0 ? Integer.MIN_VALUE : published[mentions - 1];
        }

        /** The latest day, up to the given one, on which a mention bears; the given one where there is none. */
        int latestUpTo(int day) {
            int mentions = mentionsUpTo(day);
            return mentions == 0 ? day : dates[mentions - 1];
        }
    }
}
