package io.demarche.producer;

import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SourceState;
import io.demarche.producer.feed.CheckResult;
import io.demarche.producer.source.ArticleDraft;
import io.demarche.producer.source.Rejection;
import io.demarche.producer.source.Rejection.Reason;
import io.demarche.schemas.DemarcheException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what checks of feeds found, what is remembered of the feeds, and at most one day, in one transaction. A broker that refuses an
 * article for its size spoils the whole transaction: it is begun again without that article, which is told of and counted with
 * those rejected. Used by one thread.
 */
final class FeedTransaction {
    private final Producer<String, byte[]> kafka;
    private final ArticleIntake intake;
    private final ArticleOutlet outlet;
    private final InstantSource clock;
    private @Nullable LocalDate newestDay;

    /** An article, and what it was made of. */
    private record Outgoing(ArticleDraft draft, RawArticle article) {}

    /** A check, and what came of its items at the door. */
    private record Batch(CheckResult result, List<Outgoing> articles, List<Rejection> rejected) {}

    FeedTransaction(Producer<String, byte[]> kafka, ArticleIntake intake, ArticleOutlet outlet, InstantSource clock) {
        this.kafka = kafka;
        this.intake = intake;
        this.outlet = outlet;
        this.clock = clock;
    }

    /**
     * Sends, and returns when it is committed.
     *
     * @param today to be announced, where it has just begun
     * @return what was sent and rejected, in all
     */
    Sent commit(List<CheckResult> results, Optional<LocalDate> today, FeedListener listener) {
        List<Batch> batches =
                results.stream().map(result -> taken(result, listener)).toList();
        Map<ArticleDraft, Rejection> refused = new IdentityHashMap<>();
        Map<ArticleDraft, Rejection> more = attempt(batches, today, refused);
        while (!more.isEmpty()) {
            refused.putAll(more);
            more = attempt(batches, today, refused);
        }
        long sent = 0;
        List<Rejection> rejected = new ArrayList<>(refused.values());
        for (Batch batch : batches) {
            sent += batch.articles().size();
            rejected.addAll(batch.rejected());
        }
        rejected.forEach(listener::rejected);
        return new Sent(sent - refused.size(), rejected.size());
    }

    /**
     * How many articles were committed, and how many were not to be had or refused.
     *
     * @param sent corrections among them
     */
    record Sent(long sent, long rejected) {}

    private Batch taken(CheckResult result, FeedListener listener) {
        List<Outgoing> articles = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (ArticleDraft draft : result.articles()) {
            Intake intaken = intake.take(draft);
            if (intaken instanceof Intake.Refused refused) {
                rejected.add(refused.rejection());
            } else {
                Intake.Taken taken = (Intake.Taken) intaken;
                new TreeSet<>(taken.remarks()).forEach(remark -> listener.remarked(draft.where(), remark));
                articles.add(new Outgoing(draft, taken.article()));
            }
        }
        return new Batch(result, articles, rejected);
    }

    /**
     * One transaction, committed unless an article was refused.
     *
     * @return the articles refused
     */
    private Map<ArticleDraft, Rejection> attempt(
            List<Batch> batches, Optional<LocalDate> today, Map<ArticleDraft, Rejection> without) {
        Refusals refusals = new Refusals();
        Optional<LocalDate> day = newDay(batches, today, without);
        kafka.beginTransaction();
        try {
            for (Batch batch : batches) {
                long sent = 0;
                for (Outgoing one : batch.articles()) {
                    if (!without.containsKey(one.draft())) {
                        outlet.send(one.article(), why -> refusals.add(one.draft(), why));
                        sent++;
                    }
                }
                remember(batch, sent);
            }
            day.ifPresent(outlet::tick);
            outlet.flush();
            if (refusals.isEmpty()) {
                kafka.commitTransaction();
                newestDay = day.orElse(newestDay);
                return Map.of();
            }
        } catch (KafkaException | DemarcheException e) {
            // The broker's word on an article comes a moment after the transaction is spoilt by it.
            kafka.flush();
            if (refusals.isEmpty()) {
                throw e;
            }
        }
        kafka.abortTransaction();
        outlet.forgetFailure();
        return refusals.all();
    }

    private void remember(Batch batch, long sent) {
        CheckResult result = batch.result();
        if (result.outcome() != CheckResult.Outcome.PAUSED) {
            long unsent = result.articles().size() - sent;
            outlet.remember(SourceState.newBuilder(result.state())
                    .setItems(result.state().getItems() - unsent)
                    .build());
        }
    }

    /** The latest day that an article states; the time of a fetch moves none. */
    private Optional<LocalDate> newDay(
            List<Batch> batches, Optional<LocalDate> today, Map<ArticleDraft, Rejection> without) {
        LocalDate latest = today.orElse(LocalDate.MIN);
        for (Batch batch : batches) {
            for (Outgoing one : batch.articles()) {
                boolean stated = one.article().getPublishedAtBasis() == PublishedAtBasis.STATED;
                if (stated && !without.containsKey(one.draft())) {
                    LocalDate day = ArticleDay.of(one.article(), clock.instant());
                    latest = day.isAfter(latest) ? day : latest;
                }
            }
        }
        boolean news = !latest.equals(LocalDate.MIN) && (newestDay == null || latest.isAfter(newestDay));
        return news ? Optional.of(latest) : Optional.empty();
    }

    /** Articles refused in an attempt; told of by Kafka's sender thread as well. */
    private static final class Refusals {
        private final Map<ArticleDraft, Rejection> all = new IdentityHashMap<>();

        synchronized void add(ArticleDraft draft, String why) {
            all.put(draft, new Rejection(draft.where(), Reason.TOO_LARGE, why));
        }

        synchronized boolean isEmpty() {
            return all.isEmpty();
        }

        synchronized Map<ArticleDraft, Rejection> all() {
            return new IdentityHashMap<>(all);
        }
    }
}
