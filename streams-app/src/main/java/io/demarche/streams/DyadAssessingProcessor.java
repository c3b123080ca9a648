package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.MentionKey;
import io.demarche.schemas.Verdicts;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.counters.RecordTally;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.DayClock;
import io.demarche.streams.state.DyadKeys;
import io.demarche.streams.state.DyadLedger;
import io.demarche.streams.state.DyadVerdicts;
import io.demarche.streams.state.FollowedDyads;
import io.demarche.streams.state.MemoryShare;
import io.demarche.streams.state.RecordCodecs;
import io.demarche.streams.state.StateStores;
import io.demarche.streams.state.UnsettledDyads;
import io.demarche.tension.Announced;
import io.demarche.tension.Announcements;
import io.demarche.tension.Announcements.Due;
import io.demarche.tension.Assessor;
import io.demarche.tension.Following;
import io.demarche.tension.Following.Findings;
import io.demarche.tension.evidence.ActMerger;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Corrections;
import io.demarche.tension.verdicts.Judgements;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mentions, verdicts and days to events, readings and alerts. A record only leaves word of what is to be done: a mention or a
 * verdict that its dyad has news, a day that every dyad is to be assessed as of it. The work is done in slices between records, news first, and what
 * differs from the last announcements is announced. The machine's clock says when a slice begins and ends, never what comes
 * out of it.
 */
final class DyadAssessingProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(DyadAssessingProcessor.class);
    /** What a mention takes in memory beside its text, and its text as characters. */
    private static final int MENTION_BYTES = 1_500;

    /** Further than an act's day can move as further articles come, and earlier than an episode that it bears on can begin. */
    private static final int LONGEST_MOVE = 2 * ActMerger.LONGEST_JOINED_PERIOD;

    private final Assessor assessor;
    private final Ruleset rules;
    private final Announcements announcements;
    private final RecordCodecs codecs;
    private final Corrections corrections;
    private final StreamsSettings settings;
    private final PipelineCounters counters;
    private final MemoryShare memory;
    private final TraceContexts traces = new TraceContexts();

    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable DyadLedger ledger;
    private @Nullable DyadVerdicts verdicts;
    private @Nullable DayClock clock;
    private @Nullable FollowedDyads followed;
    private @Nullable UnsettledDyads unsettled;

    DyadAssessingProcessor(
            Assessor assessor,
            Ruleset rules,
            RecordCodecs codecs,
            Corrections corrections,
            StreamsSettings settings,
            PipelineCounters counters,
            MemoryShare memory) {
        this.assessor = assessor;
        this.rules = rules;
        this.announcements = new Announcements(rules);
        this.codecs = codecs;
        this.corrections = corrections;
        this.settings = settings;
        this.counters = counters;
        this.memory = memory;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        close();
        context = processorContext;
        ledger = new DyadLedger(
                processorContext.getStateStore(StateStores.DYAD_MENTIONS),
                processorContext.getStateStore(StateStores.DYAD_ANNOUNCED),
                codecs);
        verdicts = new DyadVerdicts(processorContext.getStateStore(StateStores.DYAD_VERDICTS), codecs.verdicts());
        followed = new FollowedDyads(assessor, memory);
        clock = new DayClock(
                processorContext.getStateStore(StateStores.DAY_CLOCK),
                CodingPartitions.of(processorContext.appConfigs()));
        unsettled = new UnsettledDyads(clock, settings.settle().toMillis());
        tellWhatIsLeft();
        processorContext.schedule(settings.pulse(), PunctuationType.WALL_CLOCK_TIME, this::work);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        RecordTally tally = new RecordTally(counters);
        SpecificRecord value = Inputs.value(record);
        if (value instanceof EventMention mention) {
            take(mention, record, tally);
        } else if (value instanceof AnalystVerdict verdict) {
            take(verdict, record.key(), tally);
        } else if (value instanceof DayTick mark) {
            if (Inputs.initialised(clock).mark(String.valueOf(record.key()), Inputs.storable(mark.getDay()))) {
                dayCame();
                tally.add(Count.TICKS);
            }
        } else {
            throw new BadRecordException("neither a mention, a verdict nor a mark: "
                    + value.getClass().getName());
        }
        tellWhatIsLeft();
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
        LocalDate published = Inputs.storable(DyadKeys.publicationDay(mention));
        LocalDate date = Inputs.storable(mention.getEventDate());
        EventMention stored = mentions.stored(dyad, mention);
        if (stored != null && MentionTriage.BY_VERSION.compare(mention, stored) <= 0) {
            tally.add(Count.DUPLICATE_MENTIONS);
            return;
        }
        byte[] encoded = encoded("mention", () -> mentions.encode(mention));
        // the record's time is that of publication, but no later than it arrived at the broker: a later day moves
        // nothing
        if (Inputs.hasCome(published, record.timestamp())
                && days.published(published, mention.getPublicationStated())) {
            dayCame();
        }
        if (days.asOf().map(rules::keptFrom).filter(date::isBefore).isPresent()) {
            tally.add(Count.LATE);
            return;
        }
        tally.add(
                Count.HISTORICAL,
                date.isBefore(published.minusDays(rules.evidence().historyDays())) ? 1 : 0);
        tally.add(Count.FUTURE_DATED, date.isAfter(published) ? 1 : 0);
        mentions.put(dyad, mention, encoded);
        Following inMemory = Inputs.initialised(followed).peek(dyad);
        if (inMemory != null) {
            Inputs.initialised(followed).grew(dyad, date, bytes(encoded.length));
            tally.add(Count.SURPLUS, takeIn(inMemory, dyad, mention));
        }
        days.changed(dyad, date);
        traces.came(dyad.toString(), record.headers());
        Inputs.initialised(unsettled).changed(dyad, Inputs.initialised(context).currentSystemTimeMs());
    }

    /**
     * A verdict: what it says instead of the act goes to the mentions, and the dyad is read anew in its light. A dyad of which
     * nothing was told waits for its first mention.
     */
    private void take(AnalystVerdict verdict, @Nullable String key, RecordTally tally) {
        Inputs.requireKey(key, verdict.getDyad());
        Verdicts.fault(verdict).ifPresent(fault -> {
            throw new BadRecordException("the verdict cannot be taken: " + fault);
        });
        Dyad dyad = Dyad.parse(verdict.getDyad());
        DyadVerdicts known = Inputs.initialised(verdicts);
        AnalystVerdict stored = known.stored(dyad, verdict);
        if (stored != null && Verdicts.BY_TIME.compare(verdict, stored) <= 0) {
            if (!verdict.equals(stored)) {
                send(corrections.change(verdict, stored));
            }
            tally.add(Count.OVERTAKEN_VERDICTS);
            return;
        }
        byte[] encoded = encoded("verdict", () -> known.encode(verdict));
        List<EventMention> instead = corrections.change(stored, verdict);
        known.put(dyad, verdict, encoded);
        send(instead);
        tally.add(Count.VERDICTS);
        if (Inputs.initialised(ledger).hasMentions(dyad)) {
            Inputs.initialised(followed).drop(dyad);
            Inputs.initialised(clock).changed(dyad, verdict.getEventDate().minusDays(LONGEST_MOVE));
            Inputs.initialised(unsettled)
                    .changed(dyad, Inputs.initialised(context).currentSystemTimeMs());
        }
    }

    private void send(List<EventMention> mentions) {
        for (EventMention mention : mentions) {
            long time = Math.max(0, mention.getPublishedAt().toEpochMilli());
            Inputs.initialised(context)
                    .forward(new Record<>(MentionKey.of(mention), mention, time), DiplomaticTopology.CORRECTIONS_SINK);
        }
    }

    private void dayCame() {
        Inputs.initialised(clock).asOf().ifPresent(Inputs.initialised(unsettled)::dayCame);
    }

    /** Takes a mention in; what is more than counts leaves the store. */
    private int takeIn(Following following, Dyad dyad, EventMention mention) {
        Optional<EventMention> surplus = following.take(mention);
        surplus.ifPresent(one -> Inputs.initialised(ledger).remove(dyad, one));
        return surplus.isPresent() ? 1 : 0;
    }

    private static long bytes(int encoded) {
        return MENTION_BYTES + 2L * encoded;
    }

    /** Assesses what is to be assessed, for no longer than a slice. */
    private void work(long now) {
        long until = System.nanoTime() + settings.slice().toNanos();
        UnsettledDyads waiting = Inputs.initialised(unsettled);
        waiting.pulse(now);
        for (Optional<Dyad> next = waiting.next(now); next.isPresent(); next = waiting.next(now)) {
            assess(next.get());
            if (System.nanoTime() - until >= 0) {
                break;
            }
        }
        tellWhatIsLeft();
    }

    private void tellWhatIsLeft() {
        counters.unsettled(
                Inputs.initialised(context).taskId().toString(),
                Inputs.initialised(unsettled).size());
    }

    /** Assesses a dyad with its news. One that fails stays as it was announced, and its news is kept for the next try. */
    private void assess(Dyad dyad) {
        DayClock days = Inputs.initialised(clock);
        LocalDate asOf = days.asOf().orElseGet(() -> days.changedFrom(dyad).orElse(LocalDate.EPOCH));
        if (evict(dyad, rules.keptFrom(asOf)) && !Inputs.initialised(ledger).hasMentions(dyad)) {
            forget(dyad);
            return;
        }
        try {
            announce(dyad, asOf, assess(dyad, days.changedFrom(dyad).orElse(LocalDate.MAX), asOf));
            days.assessed(dyad, asOf);
        } catch (BadRecordException e) {
            counters.add(Count.ASSESSMENT_FAILURES, 1);
            LOG.warn(
                    "a dyad could not be assessed and keeps its last announcements dyad={} asOf={}: {}",
                    dyad,
                    asOf,
                    e.getMessage());
        }
        Inputs.initialised(unsettled).done(dyad, asOf);
    }

    /** Lets mentions of acts from before what is kept go; tells whether there were any. */
    private boolean evict(Dyad dyad, LocalDate keptFrom) {
        FollowedDyads inMemory = Inputs.initialised(followed);
        if (inMemory.hasNothingBefore(dyad, keptFrom)) {
            return false; // nothing to look for in the store
        }
        int evicted = Inputs.initialised(ledger).evict(dyad, keptFrom);
        inMemory.letGoBefore(dyad, keptFrom);
        counters.add(Count.EVICTED, evicted);
        return evicted > 0;
    }

    private void forget(Dyad dyad) {
        Inputs.initialised(ledger).forget(dyad);
        Inputs.initialised(followed).drop(dyad);
        Inputs.initialised(clock).forget(dyad);
        Inputs.initialised(unsettled).forget(dyad);
    }

    /**
     * What has to be announced of a dyad. Its mentions are read only when it is not in memory; of what was announced, only
     * that which can have changed.
     */
    private Announcement assess(Dyad dyad, LocalDate changedFrom, LocalDate asOf) {
        FollowedDyads inMemory = Inputs.initialised(followed);
        DyadLedger known = Inputs.initialised(ledger);
        boolean done = false;
        try {
            Following following = inMemory.get(dyad, asOf);
            boolean fresh = following == null;
            if (following == null) {
                following = begin(dyad, asOf);
            }
            Findings findings = following.asOf(asOf);
            Announced before = fresh
                    ? known.announced(dyad)
                    : known.announced(dyad, findings, announcements.edge(findings.holds()));
            Due due = announcements.due(
                    before, findings.holds(), changedFrom, following::isWithdrawn, following.judgements());
            Map<String, byte @Nullable []> entries = known.encode(dyad, before, due, before.plus(due, rules));
            for (byte[] entry : entries.values()) {
                if (entry != null) {
                    Inputs.bounded(entry, settings.maxRecordBytes());
                }
            }
            done = true;
            return new Announcement(due, entries);
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("the dyad " + dyad + " cannot be assessed as of " + asOf, e);
        } finally {
            if (!done) {
                inMemory.drop(dyad);
            }
        }
    }

    private Following begin(Dyad dyad, LocalDate asOf) {
        FollowedDyads inMemory = Inputs.initialised(followed);
        Judgements judgements =
                Inputs.initialised(verdicts).of(dyad, rules.keptFrom(asOf).minusDays(LONGEST_MOVE));
        Following following = inMemory.begin(dyad, judgements, asOf);
        List<EventMention> surplus = new ArrayList<>();
        Inputs.initialised(ledger).mentions(dyad, (mention, length) -> {
            following.take(mention).ifPresent(surplus::add);
            inMemory.grew(dyad, mention.getEventDate(), bytes(length));
        });
        surplus.forEach(one -> Inputs.initialised(ledger).remove(dyad, one));
        counters.add(Count.SURPLUS, surplus.size());
        return following;
    }

    private byte[] encoded(String what, Supplier<byte[]> encoding) {
        try {
            return Inputs.bounded(encoding.get(), settings.maxRecordBytes());
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("the " + what + " cannot be written", e);
        }
    }

    private void announce(Dyad dyad, LocalDate asOf, Announcement announcement) {
        ProcessorContext<String, SpecificRecord> running = Inputs.initialised(context);
        Inputs.initialised(ledger).store(announcement.entries());
        Due news = announcement.due();
        long time = Math.max(0, asOf.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        news.events()
                .forEach(event -> running.forward(
                        traced(new Record<>(dyad.toString(), event, time)), DiplomaticTopology.EVENTS_SINK));
        news.tension()
                .ifPresent(reading ->
                        running.forward(new Record<>(dyad.toString(), reading, time), DiplomaticTopology.TENSION_SINK));
        news.alerts().forEach(alert -> {
            Record<String, SpecificRecord> record = traced(new Record<>(dyad.toString(), alert, time));
            AlertHeaders.put(record.headers(), alert);
            running.forward(record, DiplomaticTopology.ALERTS_SINK);
        });
        traces.done(dyad.toString());
        counters.add(Count.EVENTS, news.events().size());
        counters.add(Count.READINGS, news.tension().isPresent() ? 1 : 0);
        counters.add(Count.ALERTS, news.alerts().size());
    }

    private Record<String, SpecificRecord> traced(Record<String, SpecificRecord> record) {
        traces.putOn(record.headers(), record.key());
        return record;
    }

    @Override
    public void close() {
        if (followed != null) {
            followed.close();
        }
        if (context != null) {
            counters.unsettled(context.taskId().toString(), 0);
        }
    }

    private record Announcement(Due due, Map<String, byte @Nullable []> entries) {}
}
