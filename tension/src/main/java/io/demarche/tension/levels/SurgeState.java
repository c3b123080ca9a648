package io.demarche.tension.levels;

import io.demarche.tension.rules.Rounding;
import io.demarche.tension.rules.Ruleset;

/**
 * The running figures of one pair's surge at the end of a day. One step takes them a day further: see
 * {@code docs/tension.md} for the formula. Days are summed in tenths of a point, in whole numbers. Not thread-safe.
 */
public final class SurgeState {
    private static final int COUNT_DAYS = 30;
    /** The spread is measured in points, for it has their unit. */
    private static final double TENTHS = 10;

    private final Ruleset.Surge rules;
    private final int first;
    private final double fade;
    private final double slowFade;
    private double f;
    private double c;
    private double n;
    private double nh;
    private double past;
    private double pastWeight;
    private int events30;
    private int hostile30;

    /**
     * The state before anything is known.
     *
     * @param first the first day of which anything is known
     */
    public SurgeState(Ruleset.Surge rules, int first) {
        this.rules = rules;
        this.first = first;
        this.fade = StrictMath.pow(2, -1 / rules.recentHalfLife());
        this.slowFade = StrictMath.pow(2, -1 / rules.expectedHalfLife());
    }

    private SurgeState(SurgeState other) {
        rules = other.rules;
        first = other.first;
        fade = other.fade;
        slowFade = other.slowFade;
        f = other.f;
        c = other.c;
        n = other.n;
        nh = other.nh;
        past = other.past;
        pastWeight = other.pastWeight;
        events30 = other.events30;
        hostile30 = other.hostile30;
    }

    /** The same state, to go on from. */
    public SurgeState copy() {
        return new SurgeState(this);
    }

    /** Takes in the day that follows, and reads it; a day before the first is quiet. */
    public SurgeReading next(int day, ActDays acts) {
        if (day < first) {
            return SurgeReading.quiet(day);
        }
        ActDay.Sums sums = acts.sums(day);
        ActDay.Sums gone = acts.sums(day - COUNT_DAYS);
        f = f * fade + sums.hostility();
        c = c * fade + sums.cooperation();
        n = n * fade + sums.events();
        nh = nh * fade + sums.hostileEvents();
        past = day == first ? 0 : (past + acts.sums(day - 1).hostility()) * slowFade;
        pastWeight = day == first ? 0 : (pastWeight + 1) * slowFade;
        double e = pastWeight == 0 ? 0 : rules.expectedFactor() * past / pastWeight;
        events30 += sums.events() - (day - COUNT_DAYS < first ? 0 : gone.events());
        hostile30 += sums.hostileEvents() - (day - COUNT_DAYS < first ? 0 : gone.hostileEvents());
        double k = rules.scaledK();
        double expected = e / TENTHS;
        double raw = Rounding.four((f / TENTHS - expected) / Math.sqrt(k * k + k * expected));
        SurgeReading.Gate gate = gate(day - first);
        return new SurgeReading(
                day,
                Rounding.four(f),
                Rounding.four(e),
                Rounding.four(c),
                Rounding.four(n),
                Rounding.four(nh),
                raw,
                gate == SurgeReading.Gate.OPEN ? raw : Math.min(raw, 0),
                gate,
                sums.hostileEvents() > 0,
                events30,
                hostile30);
    }

    private SurgeReading.Gate gate(int known) {
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
}
