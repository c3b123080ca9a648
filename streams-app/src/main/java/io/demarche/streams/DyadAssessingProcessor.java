package io.demarche.streams;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.schemas.Dyad;
import io.demarche.schemas.MentionKey;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.counters.RecordTally;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.state.DayClock;
import io.demarche.streams.state.DyadKeys;
import io.demarche.streams.state.DyadLedger;
import io.demarche.streams.state.DyadVerdicts;
import io.demarche.streams.state.FollowedDyads;
import io.demarche.streams.state.MemoryShare;
import io.demarche.streams.state.RecordCodecs;
import io.demarche.streams.state.StateStores;
import io.demarche.streams.state.UnsettledDyads;
import io.demarche.tension.Announcements.Due;
import io.demarche.tension.Assessor;
import io.demarche.tension.evidence.MentionTriage;
import io.demarche.tension.rules.Ruleset;
import io.demarche.tension.verdicts.Corrections;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
 * Mentions, verdicts and days to events, readings and alerts. A record only leaves word of what is to be done: a mention or a
 * verdict that its dyad has news, a day that every dyad is to be assessed as of it. The work is done in slices between records, news first, and what
 * differs from the last announcements is announced. The machine's clock says when a slice begins and ends, never what comes
 * out of it.
 */
final class DyadAssessingProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(DyadAssessingProcessor.class);

    private final Assessor assessor;
    private final Ruleset rules;
    private final RecordCodecs codecs;
    private final Corrections corrections;
    private final StreamsSettings settings;
    private final PipelineCounters counters;
    private final MemoryShare memory;
    private final TraceContexts traces = new TraceContexts();

    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable DyadLedger ledger;
    private @Nullable VerdictIntake verdicts;
    private @Nullable DayClock clock;
    private @Nullable FollowedDyads followed;
    private @Nullable DyadAssessment assessment;
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
        DyadLedger mentions = new DyadLedger(
                processorContext.getStateStore(StateStores.DYAD_MENTIONS),
                processorContext.getStateStore(StateStores.DYAD_ANNOUNCED),
                codecs);
        DyadVerdicts judged =
                new DyadVerdicts(processorContext.getStateStore(StateStores.DYAD_VERDICTS), codecs.verdicts());
        FollowedDyads inMemory = new FollowedDyads(assessor, memory);
        ledger = mentions;
        verdicts = new VerdictIntake(judged, corrections, settings.maxRecordBytes());
        followed = inMemory;
        assessment = new DyadAssessment(rules, mentions, judged, inMemory, counters, settings.maxRecordBytes());
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
        byte[] encoded = Inputs.encoded("mention", settings.maxRecordBytes(), () -> mentions.encode(mention));
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
        tally.add(Count.SURPLUS, Inputs.initialised(assessment).take(dyad, mention, encoded.length));
        days.changed(dyad, date);
        traces.came(dyad.toString(), record.headers());
        Inputs.initialised(unsettled).changed(dyad, Inputs.initialised(context).currentSystemTimeMs());
    }

    /** A verdict: the dyad is read anew in its light. One of which nothing was told waits for its first mention. */
    private void take(AnalystVerdict verdict, @Nullable String key, RecordTally tally) {
        VerdictIntake.Taken taken = Inputs.initialised(verdicts).take(verdict, key);
        send(taken.instead());
        if (!taken.counts()) {
            tally.add(Count.OVERTAKEN_VERDICTS);
            return;
        }
        tally.add(Count.VERDICTS);
        if (Inputs.initialised(ledger).hasMentions(taken.dyad())) {
            Inputs.initialised(assessment).readAnew(taken.dyad());
            Inputs.initialised(clock).changed(taken.dyad(), taken.eventDate().minusDays(DyadAssessment.LONGEST_MOVE));
            Inputs.initialised(unsettled)
                    .changed(taken.dyad(), Inputs.initialised(context).currentSystemTimeMs());
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
        DyadAssessment worked = Inputs.initialised(assessment);
        if (!worked.evict(dyad, asOf)) {
            worked.forget(dyad);
            days.forget(dyad);
            Inputs.initialised(unsettled).forget(dyad);
            return;
        }
        try {
            announce(dyad, asOf, worked.assess(dyad, days.changedFrom(dyad).orElse(LocalDate.MAX), asOf));
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

    private void announce(Dyad dyad, LocalDate asOf, DyadAssessment.Announcement announcement) {
        ProcessorContext<String, SpecificRecord> running = Inputs.initialised(context);
        Inputs.initialised(assessment).store(dyad, announcement);
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
}
