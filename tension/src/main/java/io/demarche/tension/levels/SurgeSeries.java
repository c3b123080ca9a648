package io.demarche.tension.levels;

import io.demarche.tension.rules.Rounding;
import io.demarche.tension.rules.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** The surge of one pair day by day: see {@code docs/tension.md} for the formula. */
public final class SurgeSeries {
    private static final int COUNT_DAYS = 30;
    /** Days are summed in tenths of a point, in whole numbers; the spread is measured in points, for it has their unit. */
    private static final double TENTHS = 10;

    private final int first;
    private final List<SurgeReading> readings;

    private SurgeSeries(int first, List<SurgeReading> readings) {
        this.first = first;
        this.readings = readings;
    }

    public static SurgeSeries of(DayBuckets buckets, Ruleset.Surge rules) {
        List<SurgeReading> readings = new ArrayList<>();
        double fade = StrictMath.pow(2, -1 / rules.recentHalfLife());
        double slowFade = StrictMath.pow(2, -1 / rules.expectedHalfLife());
        double f = 0;
        double c = 0;
        double n = 0;
        double nh = 0;
        double past = 0;
        double pastWeight = 0;
        int events30 = 0;
        int hostile30 = 0;
        for (int day = buckets.first(); day <= buckets.last(); day++) {
            f = f * fade + buckets.hostility(day);
            c = c * fade + buckets.cooperation(day);
            n = n * fade + buckets.events(day);
            nh = nh * fade + buckets.hostileEvents(day);
            past = (past + buckets.hostility(day - 1)) * slowFade;
            pastWeight = day == buckets.first() ? 0 : (pastWeight + 1) * slowFade;
            double e = pastWeight == 0 ? 0 : rules.expectedFactor() * past / pastWeight;
            events30 += buckets.events(day) - buckets.events(day - COUNT_DAYS);
            hostile30 += buckets.hostileEvents(day) - buckets.hostileEvents(day - COUNT_DAYS);
            double k = rules.scaledK();
            double expected = e / TENTHS;
            double raw = Rounding.four((f / TENTHS - expected) / Math.sqrt(k * k + k * expected));
            SurgeReading.Gate gate = gate(day - buckets.first(), f, c, n, nh, rules);
            readings.add(new SurgeReading(
                    day,
                    Rounding.four(f),
                    Rounding.four(e),
                    Rounding.four(c),
                    Rounding.four(n),
                    Rounding.four(nh),
                    raw,
                    gate == SurgeReading.Gate.OPEN ? raw : Math.min(raw, 0),
                    gate,
                    buckets.hostileEvents(day) > 0,
                    events30,
                    hostile30));
        }
        return new SurgeSeries(buckets.first(), readings);
    }

    private static SurgeReading.Gate gate(int known, double f, double c, double n, double nh, Ruleset.Surge rules) {
        if (known < rules.warmupDays()) {
            return SurgeReading.Gate.WARM_UP;
        }
        if (f <= 0 || f / (f + c) < rules.hostileShare()) {
            return SurgeReading.Gate.SHARE;
        }
        if (n < rules.scaledEvents()) {
            return SurgeReading.Gate.EVENTS;
        }
        return nh < rules.scaledHostileEvents() ? SurgeReading.Gate.HOSTILE_EVENTS : SurgeReading.Gate.OPEN;
    }

    /** The reading of a day; a quiet one outside the days that are known. */
    public SurgeReading on(int day) {
        int at = day - first;
        return at >= 0 && at < readings.size() ? readings.get(at) : SurgeReading.quiet(day);
    }
}
