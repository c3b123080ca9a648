package io.demarche.streams;

import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.MentionKey;
import io.demarche.schemas.Topics;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.counters.RecordTally;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.DayClock;
import io.demarche.streams.state.DyadKeys;
import io.demarche.streams.state.DyadLedger;
import io.demarche.streams.state.FollowedDyads;
import io.demarche.streams.state.RecordCodecs;
import io.demarche.streams.state.StateStores;
import io.demarche.tension.Announced;
import io.demarche.tension.Announcements;
import io.demarche.tension.Announcements.Due;
import io.demarche.tension.Assessor;
import io.demarche.tension.Following;
import io.demarche.tension.Following.Findings;
import io.demarche.tension.rules.Ruleset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mentions and ticks to events, readings and alerts. A mention has its dyad assessed anew, a tick that advances the day has
 * every dyad of the partition assessed anew; what differs from the last announcements is announced.
 *
 * <p>What can fail for a record's own sake (assessing, encoding) comes before the first store is touched.
 */
final class DyadAssessingProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(DyadAssessingProcessor.class);

    /** About 1.5 kB each. */
    private static final int MOST_MENTIONS_IN_MEMORY = 20_000;

    private final Assessor assessor;
    private final Ruleset rules;
    private final Announcements announcements;
    private final RecordCodecs codecs;
    private final StreamsSettings settings;
    private final PipelineCounters counters;

    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable DyadLedger ledger;
    private @Nullable DayClock clock;
    private @Nullable FollowedDyads followed;
    private @Nullable LocalDate asOfLastRound;

    DyadAssessingProcessor(
            Assessor assessor,
            Ruleset rules,
            RecordCodecs codecs,
            StreamsSettings settings,
            PipelineCounters counters) {
        this.assessor = assessor;
        this.rules = rules;
        this.announcements = new Announcements(rules);
        this.codecs = codecs;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        ledger = new DyadLedger(
                processorContext.getStateStore(StateStores.DYAD_MENTIONS),
                processorContext.getStateStore(StateStores.DYAD_ANNOUNCED),
                codecs);
        followed = new FollowedDyads(assessor, MOST_MENTIONS_IN_MEMORY);
        clock = new DayClock(processorContext.getStateStore(StateStores.DAY_CLOCK));
        processorContext.schedule(settings.lateGrace(), PunctuationType.WALL_CLOCK_TIME, now -> evict());
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        boolean done = false;
        try {
            take(record);
            done = true;
        } finally {
            if (!done) {
                Inputs.initialised(followed).clear(); // the stores may not have got as far
            }
        }
    }

    private void take(Record<String, SpecificRecord> record) {
        RecordTally tally = new RecordTally(counters);
        SpecificRecord value = Inputs.value(record);
        if (value instanceof EventMention mention) {
            take(mention, record, tally);
        } else if (value instanceof DayTick tick) {
            take(tick, record, tally);
        } else {
            throw new BadRecordException(
                    "neither a mention nor a tick: " + value.getClass().getName());
        }
        Inputs.metadata(Inputs.initialised(context)).ifPresent(tally::done);
    }

    private void take(EventMention mention, Record<String, SpecificRecord> record, RecordTally tally) {
        DyadLedger mentions = Inputs.initialised(ledger);
        DayClock days = Inputs.initialised(clock);
        Inputs.requireKey(record.key(), MentionKey.of(mention));
        Optional<Dyad> pair = Dyad.between(
                mention.getSource().getCountry(), mention.getTarget().getCountry());
        if (pair.isEmpty()) {
            tally.add(Count.NON_DYADIC);
            return;
        }
        Dyad dyad = pair.get();
        LocalDate published = storable(DyadKeys.publicationDay(mention));
        if (days.horizon().filter(published::isBefore).isPresent()) {
            tally.add(Count.LATE);
            return;
        }
        EventMention stored = mentions.stored(dyad, mention);
        if (stored != null && !overrules(mention, stored)) {
            tally.add(Count.DUPLICATE_MENTIONS);
            return;
        }
        LocalDate historyBefore = published.minusDays(rules.evidence().historyDays());
        tally.add(Count.HISTORICAL, mention.getEventDate().isBefore(historyBefore) ? 1 : 0);
        tally.add(Count.FUTURE_DATED, mention.getEventDate().isAfter(published) ? 1 : 0);

        boolean newDay = !published.isAfter(today()) && days.isNews(published);
        LocalDate asOf = newDay ? published : days.asOf().orElse(today());
        byte[] encoded = encode(mentions, mention);
        Announcement news = assess(dyad, mention, asOf);
        mentions.put(dyad, mention, encoded);
        news.surplus().ifPresent(surplus -> mentions.remove(dyad, surplus));
        tally.add(Count.SURPLUS, news.surplus().isPresent() ? 1 : 0);
        days.register(dyad, published);
        announce(news, record, tally);
        if (newDay) {
            days.published(published);
            assessAll(asOf, dyad, record, tally);
        }
    }

    private void take(DayTick tick, Record<String, SpecificRecord> record, RecordTally tally) {
        Inputs.requireKey(record.key(), Topics.DAY_TICK_KEY);
        LocalDate day = storable(tick.getDay());
        if (day.isAfter(today())) {
            throw new BadRecordException("the tick is of a day that has not come: " + day);
        }
        tally.add(Count.TICKS);
        if (Inputs.initialised(clock).tick(day)) {
            assessAll(day, null, record, tally);
        }
    }

    /** Assesses every dyad of the partition but the one that has been. A dyad that fails stays as it was announced. */
    private void assessAll(
            LocalDate asOf, @Nullable Dyad done, Record<String, SpecificRecord> record, RecordTally tally) {
        for (Dyad dyad : Inputs.initialised(clock).dyads()) {
            if (dyad.equals(done)) {
                continue;
            }
            try {
                announce(assess(dyad, null, asOf), record, tally);
            } catch (BadRecordException e) {
                tally.add(Count.ASSESSMENT_FAILURES);
                LOG.warn(
                        "a dyad could not be assessed and keeps its last announcements dyad={} asOf={}: {}",
                        dyad,
                        asOf,
                        e.getMessage());
            }
        }
    }

    /**
     * What has to be announced of a dyad. Its mentions are read only when it is not in memory; of what was announced, only
     * that which can have changed.
     *
     * @param mention the mention that came in; null where only time has passed
     */
    private Announcement assess(Dyad dyad, @Nullable EventMention mention, LocalDate asOf) {
        FollowedDyads memory = Inputs.initialised(followed);
        DyadLedger known = Inputs.initialised(ledger);
        boolean done = false;
        try {
            Following following = memory.get(dyad, asOf);
            boolean fresh = following == null;
            if (following == null) {
                following = begin(dyad, asOf);
            }
            Optional<EventMention> surplus = mention == null ? Optional.empty() : following.take(mention);
            memory.grew(dyad, mention == null || surplus.isPresent() ? 0 : 1);
            Findings findings = following.asOf(asOf);
            Announced before = fresh ? known.announced(dyad) : known.announced(dyad, findings);
            LocalDate changedFrom = mention == null ? LocalDate.MAX : mention.getEventDate();
            Due due = announcements.due(before, findings.holds(), changedFrom);
            Map<String, byte @Nullable []> entries = known.encode(dyad, before, due, before.plus(due, rules));
            for (byte[] entry : entries.values()) {
                if (entry != null) {
                    Inputs.bounded(entry, settings.maxRecordBytes());
                }
            }
            done = true;
            return new Announcement(dyad, due, entries, surplus);
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("the dyad " + dyad + " cannot be assessed as of " + asOf, e);
        } finally {
            if (!done) {
                memory.drop(dyad);
            }
        }
    }

    private Following begin(Dyad dyad, LocalDate asOf) {
        FollowedDyads memory = Inputs.initialised(followed);
        Following following = memory.begin(dyad, asOf);
        List<EventMention> mentions = Inputs.initialised(ledger).mentions(dyad);
        mentions.forEach(following::take);
        memory.grew(dyad, mentions.size());
        return following;
    }

    private byte[] encode(DyadLedger mentions, EventMention mention) {
        try {
            return Inputs.bounded(mentions.encode(mention), settings.maxRecordBytes());
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("the mention cannot be written", e);
        }
    }

    private void announce(Announcement announcement, Record<String, SpecificRecord> cause, RecordTally tally) {
        ProcessorContext<String, SpecificRecord> running = Inputs.initialised(context);
        Inputs.initialised(ledger).store(announcement.entries());
        Due news = announcement.due();
        Record<String, SpecificRecord> keyed = cause.withKey(announcement.dyad().toString());
        news.events().forEach(event -> running.forward(keyed.withValue(event), DiplomaticTopology.EVENTS_SINK));
        news.tension().ifPresent(reading -> running.forward(keyed.withValue(reading), DiplomaticTopology.TENSION_SINK));
        news.alerts().forEach(alert -> running.forward(keyed.withValue(alert), DiplomaticTopology.ALERTS_SINK));
        tally.add(Count.EVENTS, news.events().size());
        tally.add(Count.READINGS, news.tension().isPresent() ? 1 : 0);
        tally.add(Count.ALERTS, news.alerts().size());
    }

    /**
     * Moves the horizon on, reckoned from the day that had come one grace period ago, and drops what lies before it. The
     * grace keeps a replay whole: there the day leaps ahead of mentions that are still on their way.
     */
    private void evict() {
        DayClock days = Inputs.initialised(clock);
        LocalDate reached = asOfLastRound;
        asOfLastRound = days.asOf().orElse(null);
        if (reached == null) {
            return;
        }
        LocalDate horizon = reached.minusDays(rules.evidence().horizonDays());
        days.horizon(horizon);
        DyadLedger mentions = Inputs.initialised(ledger);
        for (Dyad dyad : days.dyads()) {
            int evicted = mentions.evict(dyad, horizon);
            if (evicted > 0) {
                counters.add(Count.EVICTED, evicted);
                Inputs.initialised(followed).drop(dyad);
            }
            if (days.lastPublished(dyad).filter(horizon::isAfter).isPresent()) {
                mentions.forget(dyad);
                Inputs.initialised(followed).drop(dyad);
                days.forget(dyad);
            }
        }
    }

    /** Whether a mention takes the place of the stored one: it is of the same or a later version, and differs. */
    private static boolean overrules(EventMention mention, EventMention stored) {
        int order = mention.getFetchedAt().compareTo(stored.getFetchedAt());
        if (order == 0) {
            order = mention.getContentHash().compareTo(stored.getContentHash());
        }
        return order > 0 || order == 0 && !mention.equals(stored);
    }

    private static LocalDate storable(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new BadRecordException("the year is not of four digits: " + day);
        }
        return day;
    }

    /** The latest day on Earth: from UTC+14 on, tomorrow has come somewhere. */
    private LocalDate today() {
        return LocalDate.ofInstant(
                Instant.ofEpochMilli(Inputs.initialised(context).currentSystemTimeMs())
                        .plus(Duration.ofHours(14)),
                ZoneOffset.UTC);
    }

    private record Announcement(
            Dyad dyad, Due due, Map<String, byte @Nullable []> entries, Optional<EventMention> surplus) {}
}
