package io.demarche.tension.episodes;

import io.demarche.avro.BilateralTension;
import io.demarche.avro.TensionLevel;
import io.demarche.schemas.Dyad;
import io.demarche.tension.evidence.Act;
import io.demarche.tension.evidence.ActCatalogue;
import io.demarche.tension.evidence.ActMerger;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.evidence.Report;
import io.demarche.tension.levels.ActDays;
import io.demarche.tension.levels.SurgeReading;
import io.demarche.tension.links.Link;
import io.demarche.tension.links.Reciprocity;
import io.demarche.tension.rules.CodeTable;
import io.demarche.tension.rules.Days;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the model works out for one pair up to one day, before it is written into records.
 *
 * @param dyad the pair
 * @param asOf the day up to which
 * @param since the first day of which the feed is known
 * @param scope which articles bear on which days
 * @param walk walked up to the day
 */
public record DyadHistory(
        Dyad dyad, int asOf, int since, MentionTriage triage, ActDays acts, Scope scope, DayWalk walk) {
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
            Judgements judgements,
            @Nullable LocalDate knownFrom,
            LocalDate asOf,
            Ruleset rules,
            ActCatalogue catalogue,
            CodeTable codes) {
        List<Act> merged = new ActMerger(rules, catalogue)
                .merge(triage.current()).stream()
                        .flatMap(act -> Stream.ofNullable(judgements.judged(act, rules, catalogue)))
                        .toList();
        Map<String, Link> links = new Reciprocity(rules.links()).link(merged);
        ActDays acts = ActDays.of(merged, links, codes);
        Scope scope = Scope.of(
                triage.current().stream().map(Report::of).toList(),
                rules.evidence().historyDays());
        int last = Days.of(asOf);
        int since = knownFrom == null ? last : Days.of(knownFrom);
        DayWalk walk = new DayWalk(rules);
        walk.walk(acts, since, Integer.MIN_VALUE, last);
        return new DyadHistory(dyad, last, since, triage, acts, scope, walk);
    }

    public static TensionLevel level(int step) {
        return LADDER.get(step);
    }

    /** Tells the reading and the step of the ladder of each day from the first known to the last. */
    public void days(Ruleset rules, BiConsumer<SurgeReading, Integer> days) {
        new DayWalk(rules).walk(acts, since, asOf, days);
    }

    /** The reading of the last day. */
    public BilateralTension tension(String rulesetVersion) {
        SurgeReading reading = walk.reading().day() == asOf ? walk.reading() : SurgeReading.quiet(asOf);
        return tension(reading, walk.level(), rulesetVersion);
    }

    /** The reading of one of the days. */
    public BilateralTension tension(SurgeReading reading, int level, String rulesetVersion) {
        return BilateralTension.newBuilder()
                .setDyad(dyad.toString())
                .setAsOfDay(Days.date(reading.day()))
                .setLevel(level(level))
                .setSurge(reading.z())
                .setRecentHostility(reading.recent())
                .setExpectedHostility(reading.expected())
                .setBalance(reading.balance())
                .setEvents(reading.events30())
                .setHostileEvents(reading.hostileEvents30())
                .setRulesetVersion(rulesetVersion)
                .build();
    }
}
