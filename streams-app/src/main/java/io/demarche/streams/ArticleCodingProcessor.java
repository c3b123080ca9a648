package io.demarche.streams;

import io.demarche.avro.DayTick;
import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.schemas.MentionKey;
import io.demarche.schemas.Topics;
import io.demarche.streams.coding.ArticleCoding;
import io.demarche.streams.coding.CodedArticle;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.counters.RecordTally;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.CodedArticleCodec;
import io.demarche.streams.state.CodedArticles;
import io.demarche.streams.state.StateStores;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Articles to mentions, and ticks to marks. A tick takes the way of the articles, so that a day is told to those who assess
 * only when the articles that were sent before it have been coded.
 *
 * <p>What can fail comes first: the coded article is encoded, its mentions in the form in which they travel, before anything is
 * stored or sent. So a bad article leaves no trace.
 */
final class ArticleCodingProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    /** Of each slice; a backlog of many days is swept all the time. */
    private static final Duration SWEEP = Duration.ofMillis(10);

    private final ArticleCoding coding;
    private final CodedArticleCodec codec;
    private final StreamsSettings settings;
    private final PipelineCounters counters;

    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable CodedArticles coded;

    ArticleCodingProcessor(
            ArticleCoding coding, CodedArticleCodec codec, StreamsSettings settings, PipelineCounters counters) {
        this.coding = coding;
        this.codec = codec;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        CodedArticles articles = new CodedArticles(
                processorContext.getStateStore(StateStores.CODED_ARTICLES), codec, settings.keepDays());
        coded = articles;
        processorContext.schedule(
                settings.slice(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> counters.add(Count.SWEPT_ARTICLES, articles.sweep(SWEEP, now)));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        RecordTally tally = new RecordTally(counters);
        SpecificRecord value = Inputs.value(record);
        if (value instanceof RawArticle article) {
            take(article, record, tally);
        } else if (value instanceof DayTick tick) {
            take(tick, record, tally);
        } else {
            throw new BadRecordException(
                    "neither an article nor a tick: " + value.getClass().getName());
        }
        Inputs.metadata(Inputs.initialised(context)).ifPresent(tally::done);
    }

    private void take(RawArticle article, Record<String, SpecificRecord> record, RecordTally tally) {
        tally.add(Count.ARTICLES);
        Inputs.requireKey(record.key(), article.getArticleId());
        CodedArticles articles = Inputs.initialised(coded);
        ArticleCoding.Result result = code(article, articles.get(article.getArticleId()));
        long now = Inputs.initialised(context).currentSystemTimeMs();
        result.coded().ifPresent(coded -> articles.put(article.getArticleId(), encode(coded), now));
        result.withdrawn().forEach(mention -> forward(record, mention));
        result.mentions().forEach(mention -> forward(record, mention));
        switch (result.kind()) {
            case REPEAT -> tally.add(Count.REPEATS);
            case STALE -> tally.add(Count.STALE);
            case CORRECTION -> tally.add(Count.CORRECTIONS);
            case REDATED -> tally.add(Count.REDATED);
            case FIRST -> {}
        }
        result.unread().ifPresent(tally::unread);
        tally.add(Count.WITHDRAWN, result.withdrawn().size());
        tally.add(Count.MENTIONS, result.mentions().size());
    }

    private void take(DayTick tick, Record<String, SpecificRecord> record, RecordTally tally) {
        Inputs.requireKey(record.key(), Topics.DAY_TICK_KEY);
        LocalDate day = Inputs.storable(tick.getDay());
        // the record's time is that of its day, but no later than it arrived at the broker
        if (!Inputs.hasCome(day, record.timestamp())) {
            throw new BadRecordException("the tick is of a day that has not come: " + day);
        }
        Inputs.initialised(coded).sweepBehind(day);
        ProcessorContext<String, SpecificRecord> running = Inputs.initialised(context);
        running.forward(
                record.withKey(DiplomaticTopology.markKey(running.taskId().partition()))
                        .withValue(tick),
                DiplomaticTopology.MARKS_SINK);
    }

    private void forward(Record<String, SpecificRecord> cause, EventMention mention) {
        Inputs.initialised(context)
                .forward(cause.withKey(MentionKey.of(mention)).withValue(mention), DiplomaticTopology.MENTIONS_SINK);
    }

    private ArticleCoding.Result code(RawArticle article, @Nullable CodedArticle known) {
        try {
            return coding.take(article, known);
        } catch (RuntimeException | StackOverflowError e) {
            throw new BadRecordException("the article cannot be coded: " + e, e);
        }
    }

    private byte[] encode(CodedArticle result) {
        try {
            result.mentions().forEach(MentionKey::of);
            return Inputs.bounded(codec.encode(result), settings.maxRecordBytes());
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("what the article was coded to cannot be written", e);
        }
    }
}
