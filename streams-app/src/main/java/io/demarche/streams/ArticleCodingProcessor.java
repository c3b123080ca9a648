package io.demarche.streams;

import io.demarche.avro.EventMention;
import io.demarche.avro.RawArticle;
import io.demarche.coder.Article;
import io.demarche.coder.EventCoder;
import io.demarche.schemas.MentionKey;
import io.demarche.streams.counters.PipelineCounters;
import io.demarche.streams.counters.PipelineCounters.Count;
import io.demarche.streams.counters.RecordTally;
import io.demarche.streams.errors.BadRecordException;
import io.demarche.streams.errors.Outages;
import io.demarche.streams.state.ArticleVersion;
import io.demarche.streams.state.CodedArticle;
import io.demarche.streams.state.CodedArticleCodec;
import io.demarche.streams.state.StateStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Articles to mentions. Of the versions of an article the latest counts: a repeat says nothing new, an older version that
 * comes late is dropped, and a correction is coded anew and withdraws what the article no longer says.
 *
 * <p>What can fail comes first: the coded article is encoded, its mentions in the form in which they travel, before anything is
 * stored or sent. So a bad article leaves no trace.
 */
final class ArticleCodingProcessor implements Processor<String, RawArticle, String, EventMention> {
    private final EventCoder coder;
    private final CodedArticleCodec codec;
    private final int maxRecordBytes;
    private final PipelineCounters counters;

    private @Nullable ProcessorContext<String, EventMention> context;
    private @Nullable KeyValueStore<String, byte[]> coded;

    ArticleCodingProcessor(EventCoder coder, CodedArticleCodec codec, int maxRecordBytes, PipelineCounters counters) {
        this.coder = coder;
        this.codec = codec;
        this.maxRecordBytes = maxRecordBytes;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, EventMention> processorContext) {
        context = processorContext;
        coded = processorContext.getStateStore(StateStores.CODED_ARTICLES);
    }

    @Override
    public void process(Record<String, RawArticle> record) {
        ProcessorContext<String, EventMention> running = Inputs.initialised(context);
        KeyValueStore<String, byte[]> store = Inputs.initialised(coded);
        RecordTally tally = new RecordTally(counters);
        tally.add(Count.ARTICLES);

        RawArticle article = Inputs.value(record);
        Inputs.requireKey(record.key(), article.getArticleId());
        ArticleVersion version = ArticleVersion.of(article);
        byte[] stored = store.get(article.getArticleId());
        CodedArticle known = stored == null ? null : codec.decode(stored);

        if (known != null && known.version().saysTheSameAs(version)) {
            tally.add(Count.REPEATS);
            if (version.fetchedAt().isAfter(known.version().fetchedAt())) {
                store.put(
                        article.getArticleId(),
                        encode(new CodedArticle(known.version().seenAt(version.fetchedAt()), known.mentions())));
            }
        } else if (known != null && version.compareTo(known.version()) < 0) {
            tally.add(Count.STALE);
        } else {
            Map<String, EventMention> mentions = code(article);
            List<EventMention> withdrawn = known == null ? List.of() : withdrawn(known, mentions.keySet(), version);
            store.put(article.getArticleId(), encode(new CodedArticle(version, List.copyOf(mentions.values()))));
            withdrawn.forEach(mention -> forward(running, record, mention));
            mentions.values().forEach(mention -> forward(running, record, mention));
            tally.add(Count.CORRECTIONS, known == null ? 0 : 1);
            tally.add(Count.WITHDRAWN, withdrawn.size());
            tally.add(Count.MENTIONS, mentions.size());
        }
        Inputs.metadata(running).ifPresent(tally::done);
    }

    private static void forward(
            ProcessorContext<String, EventMention> running, Record<String, RawArticle> cause, EventMention mention) {
        running.forward(cause.withKey(MentionKey.of(mention)).withValue(mention));
    }

    /** The article's mentions by identity, in the order of their quotes. */
    private Map<String, EventMention> code(RawArticle article) {
        try {
            return coder
                    .code(new Article(
                            article.getArticleId(),
                            article.getContentHash(),
                            article.getPublisher(),
                            article.getUrl() == null ? "" : article.getUrl(),
                            article.getTitle(),
                            article.getBody(),
                            article.getPublishedAt(),
                            article.getFetchedAt()))
                    .stream()
                    .collect(Collectors.toMap(
                            EventMention::getMentionId,
                            mention -> mention,
                            (first, again) -> first,
                            LinkedHashMap::new));
        } catch (RuntimeException | StackOverflowError e) {
            throw new BadRecordException("the article cannot be coded: " + e, e);
        }
    }

    private byte[] encode(CodedArticle result) {
        try {
            result.mentions().forEach(MentionKey::of);
            return Inputs.bounded(codec.encode(result), maxRecordBytes);
        } catch (RuntimeException e) {
            throw Outages.badUnlessOutage("what the article was coded to cannot be written", e);
        }
    }

    /** What the last version announced and this one does not say: under the new version, so that it overrules the old. */
    private static List<EventMention> withdrawn(CodedArticle known, Set<String> standing, ArticleVersion version) {
        List<EventMention> gone = new ArrayList<>();
        for (EventMention mention : known.mentions()) {
            if (!standing.contains(mention.getMentionId())) {
                gone.add(EventMention.newBuilder(mention)
                        .setFetchedAt(version.fetchedAt())
                        .setContentHash(version.contentHash())
                        .setWithdrawn(true)
                        .build());
            }
        }
        return gone;
    }
}
